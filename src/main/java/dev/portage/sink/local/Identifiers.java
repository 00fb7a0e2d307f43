package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** What may name an entity or a blueprint (contract, section 4.6). */
final class Identifiers {

  private static final Pattern ALLOWED = Pattern.compile("(?!\\.{1,2}$)[\\p{L}0-9@_.+:\\\\/=-]+");
  private static final int LONGEST = 1000;

  private Identifiers() {}

  /**
   * The identifier as text.
   *
   * @param where what the identifier belongs to, for the message
   * @throws Refusal 422 when it is no text or breaks a rule
   */
  static String checked(String where, JsonNode value) {
    if (!value.isTextual()) {
      throw Refusal.invalid(where + ": expected a text");
    }
    String text = value.textValue();
    if (text.length() > LONGEST || !ALLOWED.matcher(text).matches()) {
      throw Refusal.invalid(
          "%s: \"%s\" is not allowed; expected 1 to %d letters, digits or @ _ . + : \\ / = -"
              .formatted(where, shortened(text), LONGEST));
    }
    return text;
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "...";
  }
}
