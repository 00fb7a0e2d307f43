package dev.portage.config;

/** What may stand at a key of a mapping; the text says it to a person. */
public enum MappingShape {
  /** Any text. */
  TEXT("text"),
  /** A jq expression; numbers and booleans count as texts. */
  JQ("jq"),
  /** A jq expression or a search query. */
  FIELD("jq or search query"),
  /** A boolean. */
  YES_NO("true or false"),
  /** A share, from none to all. */
  SHARE("0 to 1"),
  /** The name of an HTTP method. */
  METHOD("name of a method"),
  /** Names with one or several values. */
  PARAMETERS("map"),
  /** Names with texts. */
  HEADERS("map of texts"),
  /** What is sent as JSON. */
  BODY("object or list"),
  /** An interval or a cron expression. */
  SCHEDULE("interval or cron expression"),
  /** As a setting of the installation. */
  SETTING("as the setting"),
  /** Names with jq expressions. */
  MAP_OF_JQ("map of jq"),
  /** Names with jq expressions or search queries. */
  MAP_OF_FIELDS("map of jq or search queries"),
  /** An object with keys of its own. */
  OBJECT("object"),
  /** A list of such objects. */
  LIST("list of objects"),
  /** Such an object, or a list of them. */
  OBJECT_OR_LIST("object, or a list of them"),
  /** Names with such objects. */
  MAP_OF_OBJECTS("map of objects"),
  /** One word, or such an object. */
  WORD_OR_OBJECT("`none`, or an object"),
  /** A list of such objects or of search queries. */
  RULES("list of rules");

  private final String words;

  MappingShape(String words) {
    this.words = words;
  }

  /** What is expected, in words. */
  public String words() {
    return words;
  }
}
