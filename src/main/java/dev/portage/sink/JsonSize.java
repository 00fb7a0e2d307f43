package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** How large a JSON value is on the wire. */
final class JsonSize {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonSize() {}

  /** The number of bytes in UTF-8, without keeping them. */
  static long of(JsonNode value) {
    Counter counter = new Counter();
    try {
      MAPPER.writeValue(counter, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counter.bytes;
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
