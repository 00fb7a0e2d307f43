package dev.portage.sink.local;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The formats of text properties that Port checks (contract, section 8.7). */
enum TextFormat {
  /** ISO 8601 with time and zone. */
  DATE_TIME("date-time", TextFormat::isMoment),
  /** The same as {@link #DATE_TIME}; Port counts down to it. */
  TIMER("timer", TextFormat::isMoment),
  /** An absolute address. */
  URL("url", text -> Patterns.URL.matcher(text).matches()),
  /** A mail address. */
  EMAIL("email", text -> Patterns.EMAIL.matcher(text).matches()),
  /** A user of Port, who is named by a mail address. */
  USER("user", text -> Patterns.EMAIL.matcher(text).matches());

  private final String word;

  @SuppressWarnings("ImmutableEnumChecker") // all are pure functions
  private final Predicate<String> test;

  TextFormat(String word, Predicate<String> test) {
    this.word = word;
    this.test = test;
  }

  /** As blueprints write it. */
  String word() {
    return word;
  }

  /** Whether a text has this format. */
  boolean fits(String text) {
    return test.test(text);
  }

  /** The format of that name; empty for those that Port does not check, {@code markdown} say. */
  static Optional<TextFormat> named(String word) {
    for (TextFormat format : values()) {
      if (format.word.equals(word)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  private static boolean isMoment(String text) {
    Matcher parts = Patterns.MOMENT.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    String seconds = parts.group("seconds") == null ? ":00" : parts.group("seconds");
    String zone = parts.group("zone").toUpperCase(java.util.Locale.ROOT);
    String colonised = zone.length() == 5 ? zone.substring(0, 3) + ":" + zone.substring(3) : zone;
    try {
      OffsetDateTime.parse(parts.group("day") + "T" + parts.group("clock") + seconds + colonised);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static final class Patterns {
    static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    static final Pattern URL =
        Pattern.compile(
            "(?i)(?:https?|ftp|wss?):[/\\\\]*[^\\s/\\\\?#]+(?:[/\\\\?#][^\\r\\n]*)?"
                + "|(?!(?:https?|ftp|wss?):)[a-z][a-z0-9+.-]*:[^\\r\\n]*");
    static final Pattern MOMENT =
        Pattern.compile(
            "(?<day>\\d{4}-\\d\\d-\\d\\d)[Tt ](?<clock>\\d\\d:\\d\\d)"
                + "(?:(?<seconds>:\\d\\d)(?:\\.\\d+)?)?(?<zone>[Zz]|[+-]\\d\\d:?\\d\\d)");
  }
}
