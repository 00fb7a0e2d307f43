package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/**
 * An array that can be continued cheaply: the newest of several arrays over shared storage appends
 * in place, since older ones never look beyond their own length. So {@code reduce … (. + [$x])}
 * costs linear time. Only the evaluation that made an array continues it in place.
 */
@SuppressWarnings("unchecked") // ArrayNode narrows the generic deepCopy
public final class Growing extends ArrayNode {
  private static final long serialVersionUID = 1L;

  private final transient Storage storage;

  private Growing(Storage storage) {
    super(JsonNodeFactory.instance, storage);
    this.storage = storage;
  }

  /**
   * The array {@code head} followed by the elements of {@code rest}.
   *
   * @param owner who may continue the result in place: the running evaluation
   */
  public static JsonNode append(JsonNode head, JsonNode rest, Object owner) {
    if (head instanceof Growing growing) {
      return new Growing(growing.storage.append(rest, owner));
    }
    int size = head.size() + rest.size();
    JsonNode[] items = new JsonNode[size + (head.isEmpty() ? 0 : size >> 1)];
    fill(items, 0, head);
    fill(items, head.size(), rest);
    return new Growing(new Storage(items, size, new Tail(owner, size)));
  }

  private static void fill(JsonNode[] items, int from, JsonNode source) {
    int at = from;
    for (JsonNode item : source) {
      items[at++] = item;
    }
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  private static final class Tail {
    final Object owner;
    int used;

    Tail(Object owner, int used) {
      this.owner = owner;
      this.used = used;
    }
  }

  private static final class Storage extends AbstractList<JsonNode> implements RandomAccess {
    private final JsonNode[] items;
    private final int size;
    private final Tail tail;

    Storage(JsonNode[] items, int size, Tail tail) {
      this.items = items;
      this.size = size;
      this.tail = tail;
    }

    Storage append(JsonNode rest, Object owner) {
      int newSize = size + rest.size();
      boolean inPlace = tail.owner == owner && tail.used == size && newSize <= items.length;
      JsonNode[] target = inPlace ? items : Arrays.copyOf(items, newSize + (newSize >> 1) + 4);
      Tail newTail = inPlace ? tail : new Tail(owner, newSize);
      fill(target, size, rest);
      newTail.used = newSize;
      return new Storage(target, newSize, newTail);
    }

    @Override
    public JsonNode get(int index) {
      if (index >= size) {
        throw new IndexOutOfBoundsException(index);
      }
      return items[index];
    }

    @Override
    public int size() {
      return size;
    }
  }
}
