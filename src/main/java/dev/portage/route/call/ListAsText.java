package dev.portage.route.call;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A list whose elements are read each time that they are asked for. It can be asked for its size
 * and its elements, walked and written; it is not changed, and it is not copied by Jackson, which
 * knows nothing of it.
 */
@SuppressWarnings("unchecked") // deepCopy of ArrayNode, which every subclass inherits
final class ListAsText extends ArrayNode {
  private static final long serialVersionUID = 1L;

  private final transient byte[] bytes;
  private final transient int[] starts;
  private final transient int end;

  /**
   * A list within a text.
   *
   * @param starts where each element begins
   * @param end where the list ends
   */
  ListAsText(byte[] bytes, int[] starts, int end) {
    super(JsonNodeFactory.instance, 0);
    this.bytes = bytes;
    this.starts = starts;
    this.end = end;
  }

  @Override
  public int size() {
    return starts.length;
  }

  @Override
  public boolean isEmpty() {
    return starts.length == 0;
  }

  /** Null, as Jackson says it, when there is no such element. */
  @Override
  public @Nullable JsonNode get(int index) {
    if (index < 0 || index >= starts.length) {
      return null;
    }
    int limit = index + 1 < starts.length ? starts[index + 1] : end;
    try (JsonParser parser =
        JsonBody.MAPPER.createParser(bytes, starts[index], limit - starts[index])) {
      return LargeBody.PART.readTree(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("an element of a list cannot be read", e);
    }
  }

  @Override
  public JsonNode path(int index) {
    JsonNode element = get(index);
    return element == null ? MissingNode.getInstance() : element;
  }

  @Override
  public Iterator<JsonNode> elements() {
    return new Iterator<>() {
      private int next;

      @Override
      public boolean hasNext() {
        return next < starts.length;
      }

      @Override
      public JsonNode next() {
        JsonNode element = get(next);
        if (element == null) {
          throw new NoSuchElementException();
        }
        next++;
        return element;
      }
    };
  }

  @Override
  public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
    generator.writeStartArray(this, starts.length);
    for (JsonNode element : this) {
      provider.defaultSerializeValue(element, generator);
    }
    generator.writeEndArray();
  }

  /** The very same: nobody asks for more. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
