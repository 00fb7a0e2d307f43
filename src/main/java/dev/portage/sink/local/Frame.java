package dev.portage.sink.local;

import dev.portage.http.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Objects;

/** What all pages share: head, style, and headers which forbid scripts and foreign content. */
final class Frame {

  private static final String STYLE = read("/catalog/style.css");
  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
          .formatted(digest(STYLE));

  private Frame() {}

  /**
   * A whole page.
   *
   * @param title of the page; plain text
   * @param body its markup
   */
  static Answer page(int status, String title, Html body) {
    Html page =
        new Html()
            .markup("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .element("title", title + " - Portage local catalog")
            .markup("\n<style>" + STYLE + "</style>\n</head>\n<body>\n<main>\n")
            .markup(body.toString())
            .markup("\n</main>\n</body>\n</html>\n");
    return Answer.html(status, page.toString())
        .with("Content-Security-Policy", POLICY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer")
        .with("Cache-Control", "no-store");
  }

  private static String read(String resource) {
    try (InputStream in = Objects.requireNonNull(Frame.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder().encodeToString(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks SHA-256, which all must have", e);
    }
  }
}
