package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes values as jq does in {@code tojson}, {@code tostring} and messages. */
public final class JsonText {
  /** The longest text that is made of a value. */
  public static final int MAX_CHARACTERS = 1 << 24;

  private static final int MAX_DEPTH = 10_000;
  private static final int SHORT_BYTES = 29;
  private static final int ENOUGH = 64;

  private final StringBuilder out = new StringBuilder();
  private final int limit;
  private final boolean pretty;

  private JsonText(int limit, boolean pretty) {
    this.limit = limit;
    this.pretty = pretty;
  }

  /** Compact JSON; nesting beyond 10,000 is left out, as jq does. */
  public static String of(JsonNode node) {
    if (node.isNumber()) {
      return NumberText.of(node);
    }
    JsonText text = new JsonText(MAX_CHARACTERS, false);
    text.write(node, 0);
    check(text.out);
    return text.out.toString();
  }

  /** JSON over several lines, as the jq program prints it. */
  public static String pretty(JsonNode node) {
    JsonText text = new JsonText(Integer.MAX_VALUE, true);
    text.write(node, 0);
    return text.out.toString();
  }

  /** Refuses a text that grew too long. */
  public static void check(StringBuilder text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new LimitExceeded("jq: a text of more than " + MAX_CHARACTERS + " characters");
    }
  }

  /** At most 29 bytes of the JSON, as jq shows values in messages. */
  public static String shortened(JsonNode node) {
    JsonText text = new JsonText(ENOUGH, false);
    text.write(node, 0);
    String whole = text.out.toString();
    if (whole.getBytes(StandardCharsets.UTF_8).length <= SHORT_BYTES) {
      return whole;
    }
    String close = node.isTextual() ? "\"" : node.isArray() ? "]" : node.isObject() ? "}" : "";
    return cut(whole, SHORT_BYTES - 3 - close.length()) + "..." + close;
  }

  private static String cut(String text, int bytes) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      used += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      if (used > bytes) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end);
  }

  private void write(JsonNode node, int depth) {
    if (out.length() > limit) {
      return;
    }
    if (depth > MAX_DEPTH) {
      out.append("<skipped: too deep>");
      return;
    }
    switch (node.getNodeType()) {
      case NULL, MISSING -> out.append("null");
      case BOOLEAN -> out.append(node.booleanValue());
      case NUMBER -> out.append(NumberText.of(node));
      case STRING, BINARY, POJO -> quote(node.asText());
      case ARRAY -> writeArray(node, depth);
      case OBJECT -> writeObject(node, depth);
    }
  }

  private void writeArray(JsonNode array, int depth) {
    out.append('[');
    for (int i = 0; i < array.size() && out.length() <= limit; i++) {
      if (i > 0) {
        out.append(',');
      }
      line(depth + 1);
      write(array.get(i), depth + 1);
    }
    close(']', array, depth);
  }

  private void writeObject(JsonNode object, int depth) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      if (!first) {
        out.append(',');
      }
      first = false;
      if (out.length() > limit) {
        return;
      }
      line(depth + 1);
      quote(entry.getKey());
      out.append(pretty ? ": " : ":");
      write(entry.getValue(), depth + 1);
    }
    close('}', object, depth);
  }

  private void line(int depth) {
    if (pretty) {
      out.append('\n').append("  ".repeat(depth));
    }
  }

  private void close(char bracket, JsonNode container, int depth) {
    if (!container.isEmpty()) {
      line(depth);
    }
    out.append(bracket);
  }

  private void quote(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= 0x20 && c != 0x7f) {
        out.append(c);
      } else {
        escape(c);
      }
    }
    out.append('"');
  }

  private void escape(char c) {
    switch (c) {
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> out.append(String.format("\\u%04x", (int) c));
    }
  }
}
