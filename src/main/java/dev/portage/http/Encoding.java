package dev.portage.http;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Percent-encoding (RFC 3986, section 2); texts are taken as UTF-8. */
final class Encoding {
  private static final BitSet UNRESERVED = lettersDigitsAnd("-._~");
  private static final BitSet PATH = lettersDigitsAnd("-._~!$&'()*+,;=:@/");
  // Brackets may not stand in a query by the letter of the RFC, but APIs write them into their
  // links and expect them back.
  private static final BitSet QUERY = lettersDigitsAnd("-._~!$&'()*+,;=:@/?[]");

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

  private static BitSet lettersDigitsAnd(String others) {
    BitSet kept = new BitSet(128);
    kept.set('0', '9' + 1);
    kept.set('A', 'Z' + 1);
    kept.set('a', 'z' + 1);
    others.chars().forEach(kept::set);
    return kept;
  }

  private static String encode(String text, BitSet kept, boolean keepEncoded) {
    if (isKept(text, kept)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes[i] & 0xff;
      if (kept.get(b) || (keepEncoded && isEscape(bytes, i))) {
        out.append((char) b);
      } else {
        out.append('%').append(hex(b >> 4)).append(hex(b & 15));
      }
    }
    return out.toString();
  }

  /** Nearly always: most of what is encoded needs none. */
  private static boolean isKept(String text, BitSet kept) {
    for (int i = 0; i < text.length(); i++) {
      if (!kept.get(text.charAt(i))) {
        return false;
      }
    }
    return true;
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
