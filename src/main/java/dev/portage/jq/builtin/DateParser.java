package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** C's {@code strptime} in the C locale; zones are read and, as in jq, left out of account. */
final class DateParser {
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final List<String> DAYS =
      List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
  private static final int SHOWN = 60;

  private final String text;
  private final String format;
  private int at;
  private int year = 1900;
  private int month;
  private int day;
  private int hour;
  private int minute;
  private int second;
  private int weekday = -1;
  private int yearDay = -1;
  private boolean afternoon;
  private boolean dated;
  private boolean halfDay;

  DateParser(String text, String format) {
    this.text = text;
    this.format = format;
  }

  /** The broken-down time; what follows after a blank is added as a ninth element. */
  JsonNode parse() {
    read(format);
    if (at < text.length() && !isBlank(text.charAt(at))) {
      throw mismatch();
    }
    if (halfDay) {
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    List<JsonNode> fields = fields();
    if (at < text.length()) {
      fields.add(Json.text(text.substring(at)));
    }
    return Json.array(fields);
  }

  private List<JsonNode> fields() {
    boolean known = day > 0;
    LocalDate date;
    try {
      date = LocalDate.of(year, month + 1, 1).plusDays(known ? day - 1L : 0);
    } catch (DateTimeException e) {
      throw mismatch();
    }
    if (!dated && yearDay >= 0) {
      date = LocalDate.of(year, 1, 1).plusDays(yearDay);
    }
    ZonedDateTime time = date.atTime(hour, minute, Math.min(second, 59)).atZone(ZoneOffset.UTC);
    List<JsonNode> fields = Clock.fields(time);
    fields.set(5, Numbers.of((long) second));
    if (known) {
      fields.set(1, Numbers.of((long) month));
      fields.set(2, Numbers.of((long) day));
    } else if (yearDay < 0) {
      fields.set(2, Numbers.of(0L));
    }
    if (!known && weekday >= 0) {
      fields.set(6, Numbers.of((long) weekday));
    }
    return fields;
  }

  private void read(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (isBlank(c)) {
        skipBlank();
      } else if (c == '%' && i + 1 < pattern.length()) {
        char letter = pattern.charAt(++i);
        if ("EO-_0^#".indexOf(letter) >= 0 && i + 1 < pattern.length()) {
          letter = pattern.charAt(++i);
        }
        field(letter);
      } else {
        literal(c);
      }
    }
  }

  private void field(char letter) {
    switch (letter) {
      case 'Y', 'y', 'C', 'm', 'd', 'e', 'j', 'b', 'B', 'h' -> dateField(letter);
      case 'a', 'A' -> weekday = name(DAYS);
      case 'u' -> weekday = number(1, 1, 7) % 7;
      case 'w' -> weekday = number(1, 0, 6);
      case 'U', 'W', 'V' -> number(2, 0, 53);
      case 'D', 'x' -> read("%m/%d/%y");
      case 'F' -> read("%Y-%m-%d");
      case 'R' -> read("%H:%M");
      case 'T', 'X' -> read("%H:%M:%S");
      case 'r' -> read("%I:%M:%S %p");
      case 'c' -> read("%a %b %e %H:%M:%S %Y");
      case 'n', 't' -> skipBlank();
      case '%' -> literal('%');
      default -> timeField(letter);
    }
  }

  private void dateField(char letter) {
    dated |= letter != 'j' && letter != 'Y' && letter != 'y' && letter != 'C';
    switch (letter) {
      case 'Y' -> year = number(4, 0, 9999);
      case 'y' -> {
        int two = number(2, 0, 99);
        year = two + (two < 69 ? 2000 : 1900);
      }
      case 'C' -> year = number(2, 0, 99) * 100;
      case 'm' -> month = number(2, 1, 12) - 1;
      case 'd', 'e' -> day = number(2, 1, 31);
      case 'j' -> yearDay = number(3, 1, 366) - 1;
      default -> month = name(MONTHS);
    }
  }

  private void timeField(char letter) {
    switch (letter) {
      case 'H', 'k' -> hour = number(2, 0, 23);
      case 'I', 'l' -> {
        hour = number(2, 1, 12);
        halfDay = true;
      }
      case 'M' -> minute = number(2, 0, 59);
      case 'S' -> second = number(2, 0, 61);
      case 'p', 'P' -> {
        afternoon = name(List.of("am", "pm")) == 1;
        halfDay = true;
      }
      case 's' -> since1970();
      case 'z' -> zone();
      case 'Z' -> {
        while (at < text.length() && !isBlank(text.charAt(at))) {
          at++;
        }
      }
      default -> throw mismatch();
    }
  }

  private void since1970() {
    ZonedDateTime time = Clock.at(number(18, 0, Integer.MAX_VALUE), ZoneOffset.UTC);
    year = time.getYear();
    month = time.getMonthValue() - 1;
    day = time.getDayOfMonth();
    hour = time.getHour();
    minute = time.getMinute();
    second = time.getSecond();
    dated = true;
  }

  /** {@code Z}, {@code +hh}, {@code +hhmm} or {@code +hh:mm}. */
  private void zone() {
    skipBlank();
    if (at < text.length() && text.charAt(at) == 'Z') {
      at++;
      return;
    }
    if (at >= text.length() || "+-".indexOf(text.charAt(at)) < 0) {
      throw mismatch();
    }
    at++;
    number(2, 0, 99);
    if (at < text.length() && text.charAt(at) == ':') {
      at++;
    }
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      number(2, 0, 59);
    }
  }

  private int number(int digits, int least, int most) {
    skipBlank();
    int start = at;
    long value = 0;
    while (at < text.length() && at - start < digits && isDigit(text.charAt(at))) {
      value = value * 10 + text.charAt(at++) - '0';
    }
    if (at == start || value < least || value > most) {
      throw mismatch();
    }
    return (int) value;
  }

  /** A name in full or by its first three letters. */
  private int name(List<String> names) {
    String rest = text.substring(at).toLowerCase(Locale.ROOT);
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      String abbreviation = name.substring(0, Math.min(3, name.length()));
      if (rest.startsWith(abbreviation)) {
        at += rest.startsWith(name) ? name.length() : abbreviation.length();
        return i;
      }
    }
    throw mismatch();
  }

  private void literal(char c) {
    if (at >= text.length() || text.charAt(at) != c) {
      throw mismatch();
    }
    at++;
  }

  private void skipBlank() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private Failure mismatch() {
    String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    return new Failure("date \"" + shown + "\" does not match format \"" + format + "\"");
  }
}
