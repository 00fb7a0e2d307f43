package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Eight bytes that stand for a request. */
final class Fingerprint {
  private Fingerprint() {}

  static long of(ApiRequest request) {
    byte[] url = request.url().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.wrap(digest().digest(url)).getLong();
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
