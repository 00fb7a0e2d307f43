package dev.portage.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** How large a JSON value is on the wire. */
public final class JsonSize {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int LONGEST_WORD = "false".length();
  private static final int LONGEST_LONG = "-9223372036854775808".length();

  private JsonSize() {}

  /** The number of bytes in UTF-8, without keeping them. */
  public static long of(JsonNode value) {
    Counter counter = new Counter();
    try {
      MAPPER.writeValue(counter, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counter.bytes;
  }

  /**
   * At least the number of bytes in UTF-8: quick, since it looks into no text, and reckons that
   * each character needs the six bytes of an escape.
   */
  public static long atMost(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> text(value.textValue());
      case OBJECT -> fields(value);
      case ARRAY -> elements(value);
      case NULL, BOOLEAN -> LONGEST_WORD;
      case NUMBER -> value.isInt() || value.isLong() ? LONGEST_LONG : value.asText().length();
      default -> of(value);
    };
  }

  private static long text(String text) {
    return 6L * text.length() + 2;
  }

  private static long fields(JsonNode object) {
    long sum = 2;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      sum += text(field.getKey()) + 2 + atMost(field.getValue());
    }
    return sum;
  }

  private static long elements(JsonNode list) {
    long sum = 2;
    for (JsonNode element : list) {
      sum += atMost(element) + 1;
    }
    return sum;
  }

  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes += length;
    }
  }
}
