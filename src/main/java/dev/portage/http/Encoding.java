package dev.portage.http;

import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986, section 2); texts are taken as UTF-8. */
final class Encoding {
  private static final String UNRESERVED = "-._~";
  private static final String PATH = UNRESERVED + "!$&'()*+,;=:@/";
  // Brackets may not stand in a query by the letter of the RFC, but APIs write them into their
  // links and expect them back.
  private static final String QUERY = PATH + "?[]";

  private Encoding() {}

  /** Only unreserved characters stay. */
  static String everything(String text) {
    return encode(text, UNRESERVED, false);
  }

  /** What may stand in a path stays, and so does what is encoded already. */
  static String illegalInPath(String text) {
    return encode(text, PATH, true);
  }

  /** What may stand in a query stays, and so does what is encoded already. */
  static String illegalInQuery(String text) {
    return encode(text, QUERY, true);
  }

  private static String encode(String text, String kept, boolean keepEncoded) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (stays(b, kept) || (keepEncoded && isEscape(bytes, i))) {
        out.append((char) b);
      } else {
        out.append('%').append(hex(b >> 4)).append(hex(b & 15));
      }
    }
    return out.toString();
  }

  private static boolean stays(int b, String kept) {
    return b < 128 && (Character.isLetterOrDigit(b) || kept.indexOf(b) >= 0);
  }

  private static boolean isEscape(byte[] bytes, int at) {
    return bytes[at] == '%'
        && at + 2 < bytes.length
        && Character.digit(bytes[at + 1], 16) >= 0
        && Character.digit(bytes[at + 2], 16) >= 0;
  }

  private static char hex(int digit) {
    return Character.toUpperCase(Character.forDigit(digit, 16));
  }
}
