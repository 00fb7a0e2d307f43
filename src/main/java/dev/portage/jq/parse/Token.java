package dev.portage.jq.parse;

/** One word of a program: what it is, its text and where it stands. */
record Token(Kind kind, String text, int at) {
  /** Kinds of words. */
  enum Kind {
    /** A name that is no keyword. */
    NAME,
    /** A keyword such as {@code if}. */
    KEYWORD,
    /** {@code .name}; the text is the name. */
    FIELD,
    /** {@code $name}; the text is the name. */
    VARIABLE,
    /** {@code @name}; the text is the name. */
    FORMAT,
    /** A numeral. */
    NUMBER,
    /** The quote that opens a text. */
    QUOTE,
    /** An operator or bracket. */
    SYMBOL,
    /** The end of the program. */
    END
  }

  boolean is(String symbol) {
    return (kind == Kind.SYMBOL || kind == Kind.KEYWORD) && text.equals(symbol);
  }

  /** How a message names this word. */
  String shown() {
    return switch (kind) {
      case END -> "end of program";
      case FIELD -> "." + text;
      case VARIABLE -> "$" + text;
      case FORMAT -> "@" + text;
      case QUOTE -> "text";
      default -> "'" + text + "'";
    };
  }
}
