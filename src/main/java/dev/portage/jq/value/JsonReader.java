package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value as {@code fromjson} does: also {@code nan}, numbers with a leading point or
 * zero, nesting to 10,000. Without recursion, so that depth costs no stack.
 */
public final class JsonReader {
  private static final int MAX_DEPTH = 10_000;

  private final JsonScanner in;
  private final Watch watch;

  private JsonReader(String text, Watch watch) {
    this.in = new JsonScanner(text);
    this.watch = watch;
  }

  /** One open array or object. */
  private static final class Frame {
    final @Nullable List<JsonNode> items;
    final Map<String, JsonNode> fields = new LinkedHashMap<>();
    String key = "";

    Frame(boolean array) {
      items = array ? new ArrayList<>() : null;
    }

    void add(JsonNode value) {
      if (items != null) {
        items.add(value);
      } else {
        fields.put(key, value);
      }
    }

    int size() {
      return items != null ? items.size() : fields.size();
    }

    JsonNode close() {
      return items != null ? Json.array(items) : Json.object(fields);
    }
  }

  /**
   * The value that the text holds; null (no value at all) when the text is blank.
   *
   * @throws Failure when the text is no JSON
   */
  public static @Nullable JsonNode read(String text, Watch watch) {
    JsonReader reader = new JsonReader(text, watch);
    if (reader.in.atEnd()) {
      return null;
    }
    JsonNode value = reader.value();
    if (!reader.in.atEnd()) {
      throw reader.in.wrong("Unexpected extra JSON values");
    }
    return value;
  }

  /**
   * All values that the text holds.
   *
   * @throws Failure when the text is no JSON
   */
  public static List<JsonNode> readAll(String text, Watch watch) {
    JsonReader reader = new JsonReader(text, watch);
    List<JsonNode> values = new ArrayList<>();
    while (!reader.in.atEnd()) {
      values.add(reader.value());
    }
    return values;
  }

  private JsonNode value() {
    Deque<Frame> open = new ArrayDeque<>();
    while (true) {
      in.skipBlank();
      char c = in.peek();
      JsonNode done;
      if (c == '[' || c == '{') {
        @Nullable JsonNode empty = open(c, open);
        if (empty == null) {
          continue;
        }
        done = empty;
      } else {
        done = c == '"' ? Json.text(in.string()) : in.word();
      }
      while (!open.isEmpty()) {
        Frame frame = open.element();
        frame.add(done);
        watch.step();
        watch.checkSize(frame.size());
        if (next(frame)) {
          break;
        }
        done = open.pop().close();
      }
      if (open.isEmpty()) {
        return done;
      }
    }
  }

  /** Enters an array or object; gives it at once when it is empty. */
  private @Nullable JsonNode open(char c, Deque<Frame> open) {
    in.skip(1);
    if (open.size() >= MAX_DEPTH) {
      throw in.wrong("Exceeds depth limit for parsing");
    }
    in.skipBlank();
    if (in.peek() == (c == '[' ? ']' : '}')) {
      in.skip(1);
      return c == '[' ? Json.EMPTY_ARRAY : Json.EMPTY_OBJECT;
    }
    Frame frame = new Frame(c == '[');
    if (c == '{') {
      key(frame);
    }
    open.push(frame);
    return null;
  }

  /** After a value: true when the frame goes on, false when it closed. */
  private boolean next(Frame frame) {
    in.skipBlank();
    char c = in.peek();
    in.skip(1);
    if (c == ',') {
      if (frame.items == null) {
        key(frame);
      }
      return true;
    }
    if (c == (frame.items != null ? ']' : '}')) {
      return false;
    }
    throw in.wrong(c == 0 ? "Unfinished JSON term" : "Expected separator between values");
  }

  private void key(Frame frame) {
    in.skipBlank();
    if (in.peek() == '\'') {
      in.skip(4);
      throw in.wrong("Invalid string literal; expected \", but got '");
    }
    if (in.peek() != '"') {
      in.skip(1);
      throw in.wrong("Object keys must be strings");
    }
    frame.key = in.string();
    in.skipBlank();
    if (in.peek() != ':') {
      in.skip(1);
      throw in.wrong("Objects must consist of key:value pairs");
    }
    in.skip(1);
  }
}
