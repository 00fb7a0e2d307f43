package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.portage.http.ApiRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Eight bytes that stand for a request or a body. */
final class Fingerprint {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private Fingerprint() {}

  static long of(ApiRequest request) {
    return first(digest().digest(request.url().getBytes(StandardCharsets.UTF_8)));
  }

  /** Streams the body, so that no second copy of it is made. */
  static long of(JsonNode body) {
    MessageDigest digest = digest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      JSON.writeValue(out, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return first(digest.digest());
  }

  private static long first(byte[] digest) {
    return ByteBuffer.wrap(digest).getLong();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
