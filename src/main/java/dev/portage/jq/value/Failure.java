package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;

/** A jq error on its way to a {@code catch} or out of the program; carries any JSON value. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient JsonNode value;

  /** An error with a text. */
  public Failure(String message) {
    this(Json.text(message));
  }

  /** An error with any value. */
  public Failure(JsonNode value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** What a {@code catch} sees. */
  public JsonNode value() {
    return value;
  }

  /** {@code string ("abc") cannot be negated}. */
  public static Failure of(JsonNode bad, String what) {
    return new Failure(shown(bad) + " " + what);
  }

  /** {@code number (1) and string ("a") cannot be added}. */
  public static Failure of(JsonNode first, JsonNode second, String what) {
    return new Failure(shown(first) + " and " + shown(second) + " " + what);
  }

  /** Kind and, cut short, the value. */
  public static String shown(JsonNode node) {
    return Json.kind(node) + " (" + JsonText.shortened(node) + ")";
  }

  /** The text for a person: the message itself, or what the value is, cut short. */
  @Override
  public String getMessage() {
    return Json.isText(value) ? value.textValue() : "(not a string): " + JsonText.shortened(value);
  }
}
