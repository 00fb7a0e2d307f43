package dev.portage.config;

/** What a setting may hold; the text says it to a person. */
public enum SettingType {
  /** Any text but the empty one, which counts as unset. */
  TEXT("a text"),
  /** A text that is never shown. */
  SECRET("a text"),
  /** A text that is never shown and may be empty. */
  PASSWORD("a text"),
  /** A whole number. */
  WHOLE("a whole number"),
  /** A time in seconds, longer than nothing, with a fraction if need be. */
  SECONDS("a number of seconds"),
  /** A boolean. */
  YES_NO("true or false"),
  /** An absolute address. */
  ADDRESS("an http or https address"),
  /** One of a few words. */
  CHOICE("a name"),
  /** A JSON object of texts. */
  TEXTS("a JSON object of texts"),
  /** A JSON object of anything. */
  OBJECT("a JSON object"),
  /** A JSON array of texts, or texts with commas between them. */
  LIST("a list, or a text with commas"),
  /** The path of a file. */
  FILE("the path of a file"),
  /** The path of a folder. */
  FOLDER("the path of a folder");

  private final String expected;

  SettingType(String expected) {
    this.expected = expected;
  }

  /** What is expected, in words. */
  public String expected() {
    return expected;
  }

  /** True when the value is an object whose keys are the user's own and are left as they are. */
  public boolean isObject() {
    return this == TEXTS || this == OBJECT;
  }

  /** True when the value must not be shown. */
  public boolean isSensitive() {
    return this == SECRET || this == PASSWORD || isObject();
  }
}
