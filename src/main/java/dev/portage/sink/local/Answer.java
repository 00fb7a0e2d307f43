package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * An answer to a {@link Call}.
 *
 * @param status the HTTP status
 * @param headers in any order; {@code Content-Length} is not among them
 * @param body may be empty; nobody changes it
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Answer(int status, Map<String, String> headers, byte[] body) {

  /** A JSON document. */
  public static Answer json(int status, JsonNode document) {
    return new Answer(
        status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.write(document));
  }

  /** A web page. */
  static Answer html(int status, String page) {
    return new Answer(
        status,
        Map.of("Content-Type", "text/html; charset=utf-8"),
        page.getBytes(StandardCharsets.UTF_8));
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body);
  }

  /** The same, compressed. */
  public Answer gzipped() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Answer(status, headers, compressed.toByteArray()).with("Content-Encoding", "gzip");
  }
}
