package dev.portage.route;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * What a {@link FakeApi} answers.
 *
 * @param length as the header says it; more than the body has cuts the answer off
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Told(int status, Map<String, String> headers, byte[] body, long length) {

  static Told json(String body) {
    return bytes("application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static Told bytes(String contentType, byte[] body) {
    return new Told(200, Map.of("Content-Type", contentType), body, body.length);
  }

  static Told status(int status) {
    return new Told(status, Map.of(), new byte[0], 0);
  }

  Told with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Told(status, more, body, length);
  }

  Told gzipped() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] bytes = compressed.toByteArray();
    return new Told(status, headers, bytes, bytes.length).with("Content-Encoding", "gzip");
  }
}
