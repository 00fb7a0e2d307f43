package dev.portage.route.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.route.call.JsonBody;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** How pages, documents and files are put into an answer; nothing of the request goes back. */
final class PageAnswer {
  /** No inline script or style, nothing from elsewhere, not within a frame. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final int TAG_BYTES = 12;

  private PageAnswer() {}

  static void html(Message message, int status, String page) {
    answer(message, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    message.setHeader("Content-Security-Policy", POLICY);
    // With no-referrer browsers hide from us as well that a form is our own (Origin: null).
    message.setHeader("Referrer-Policy", "same-origin");
  }

  static void json(Message message, int status, JsonNode document) {
    answer(message, status, "application/json", JsonBody.write(document));
  }

  /** The same, or 304 without a body when the caller holds it already. */
  static void json(Message message, @Nullable String known, JsonNode document) {
    tagged(message, known, "application/json", JsonBody.write(document));
  }

  /** A document which the caller may hold already. */
  static void tagged(Message message, @Nullable String known, String type, byte[] body) {
    String tag = '"' + digest(body) + '"';
    boolean same = known != null && known.contains(tag);
    answer(message, same ? 304 : 200, type, same ? new byte[0] : body);
    message.setHeader("ETag", tag);
    message.setHeader("Cache-Control", "no-cache");
  }

  static void seeOther(Message message, String location) {
    answer(message, 303, "text/plain; charset=utf-8", new byte[0]);
    message.setHeader("Location", location);
  }

  private static void answer(Message message, int status, String type, byte[] body) {
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader(Exchange.CONTENT_TYPE, type);
    message.setHeader("Cache-Control", "no-store");
    message.setHeader("X-Content-Type-Options", "nosniff");
    message.setBody(body);
  }

  private static String digest(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks SHA-256, which all must have", e);
    }
  }
}
