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

  private final String text;
  private final Watch watch;
  private int at;

  private JsonReader(String text, Watch watch) {
    this.text = text;
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
    reader.skipBlank();
    if (reader.at == text.length()) {
      return null;
    }
    JsonNode value = reader.value();
    reader.skipBlank();
    if (reader.at < text.length()) {
      throw reader.wrong("Unexpected extra JSON values");
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
    reader.skipBlank();
    while (reader.at < text.length()) {
      values.add(reader.value());
      reader.skipBlank();
    }
    return values;
  }

  private JsonNode value() {
    Deque<Frame> open = new ArrayDeque<>();
    while (true) {
      skipBlank();
      char c = peek();
      JsonNode done;
      if (c == '[' || c == '{') {
        @Nullable JsonNode empty = open(c, open);
        if (empty == null) {
          continue;
        }
        done = empty;
      } else {
        done = c == '"' ? Json.text(string()) : word();
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
    at++;
    if (open.size() >= MAX_DEPTH) {
      throw wrong("Exceeds depth limit for parsing");
    }
    skipBlank();
    if (peek() == (c == '[' ? ']' : '}')) {
      at++;
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
    skipBlank();
    char c = peek();
    at++;
    if (c == ',') {
      if (frame.items == null) {
        key(frame);
      }
      return true;
    }
    if (c == (frame.items != null ? ']' : '}')) {
      return false;
    }
    throw wrong(c == 0 ? "Unfinished JSON term" : "Expected separator between values");
  }

  private void key(Frame frame) {
    skipBlank();
    if (peek() == '\'') {
      at += 4;
      throw wrong("Invalid string literal; expected \", but got '");
    }
    if (peek() != '"') {
      at++;
      throw wrong("Object keys must be strings");
    }
    frame.key = string();
    skipBlank();
    if (peek() != ':') {
      at++;
      throw wrong("Objects must consist of key:value pairs");
    }
    at++;
  }

  private JsonNode word() {
    int start = at;
    while (at < text.length() && " \t\r\n,:[]{}\"'".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at);
    return switch (word) {
      case "null" -> Json.NULL;
      case "true" -> Json.TRUE;
      case "false" -> Json.FALSE;
      case "nan", "NaN", "-nan", "-NaN" -> Numbers.of(Double.NaN);
      case "Infinity", "infinity" -> Numbers.of(Double.POSITIVE_INFINITY);
      case "-Infinity", "-infinity" -> Numbers.of(Double.NEGATIVE_INFINITY);
      default -> number(word);
    };
  }

  private JsonNode number(String word) {
    if (!Numerals.isNumeral(word)) {
      if (word.isEmpty() && at < text.length()) {
        at++;
      }
      throw wrong(
          peek() == '\'' && word.isEmpty()
              ? "Invalid string literal; expected \", but got '"
              : "Invalid numeric literal");
    }
    return Numbers.literal(word.startsWith("+") ? word.substring(1) : word);
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    at++;
    while (peek() != '"') {
      char c = peek();
      if (at >= text.length()) {
        throw wrong("Unfinished string");
      }
      at++;
      out.append(c == '\\' ? unescape() : c);
    }
    at++;
    return Utf.wellFormed(out.toString());
  }

  private char unescape() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unicode();
      default -> throw wrong("Invalid escape");
    };
  }

  private char unicode() {
    int end = Math.min(at + 4, text.length());
    String digits = text.substring(at, end);
    if (!digits.matches("[0-9a-fA-F]{4}")) {
      throw wrong("Invalid escape");
    }
    at = end;
    return (char) Integer.parseInt(digits, 16);
  }

  private void skipBlank() {
    while (at < text.length() && " \t\r\n\ufeff".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Failure wrong(String what) {
    String where = at >= text.length() ? " at EOF at line 1, column " : " at line 1, column ";
    String shown = text.length() > 60 ? text.substring(0, 26) + "..." : text;
    int column = Math.min(at, text.length());
    return new Failure(what + where + column + " (while parsing '" + shown + "')");
  }
}
