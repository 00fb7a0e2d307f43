package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Texts as bytes written in other alphabets: base64, base32, percent-encoding. */
final class Bytes {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final String UNRESERVED = "-_.~";

  private Bytes() {}

  static String toUri(String text) {
    StringBuilder out = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(hex(c >> 4)).append(hex(c & 15));
      }
    }
    return out.toString();
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }

  static String fromUri(JsonNode in) {
    byte[] bytes = in.textValue().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '%') {
        out.write(bytes[i]);
        continue;
      }
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      if (high < 0 || low < 0) {
        throw notUri(in);
      }
      out.write(high * 16 + low);
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(out.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw notUri(in);
    }
  }

  private static Failure notUri(JsonNode in) {
    return Failure.of(in, "is not a valid uri encoding");
  }

  static String toBase64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static String fromBase64(JsonNode in) {
    String text = in.textValue();
    int end = text.indexOf('=');
    String digits = end < 0 ? text : text.substring(0, end);
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= 0x80 || (!Character.isLetterOrDigit(c) && c != '+' && c != '/')) {
        throw Failure.of(in, "is not valid base64 data");
      }
    }
    if (digits.length() % 4 == 1) {
      throw Failure.of(in, "trailing base64 byte found");
    }
    return new String(Base64.getDecoder().decode(digits), StandardCharsets.UTF_8);
  }

  static String toBase32(String text) {
    StringBuilder out = new StringBuilder();
    int bits = 0;
    int count = 0;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      bits = (bits << 8) | (b & 0xff);
      count += 8;
      while (count >= 5) {
        count -= 5;
        out.append(BASE32.charAt((bits >> count) & 31));
      }
    }
    if (count > 0) {
      out.append(BASE32.charAt((bits << (5 - count)) & 31));
    }
    while (out.length() % 8 != 0) {
      out.append('=');
    }
    return out.toString();
  }

  static String fromBase32(JsonNode in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int bits = 0;
    int count = 0;
    for (char c : in.textValue().toCharArray()) {
      int digit = BASE32.indexOf(c);
      if (c == '=') {
        break;
      }
      if (digit < 0) {
        throw Failure.of(in, "is not valid base32 data");
      }
      bits = (bits << 5) | digit;
      count += 5;
      if (count >= 8) {
        count -= 8;
        out.write((bits >> count) & 0xff);
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
