package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;

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

  private final DateText in;
  private final String format;
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
    this.in = new DateText(text, format);
    this.format = format;
  }

  /** The broken-down time; what follows after a blank is added as a ninth element. */
  JsonNode parse() {
    read(format);
    String rest = in.rest();
    if (!rest.isEmpty() && !DateText.isBlank(rest.charAt(0))) {
      throw in.mismatch();
    }
    if (halfDay) {
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    List<JsonNode> fields = fields();
    if (!rest.isEmpty()) {
      fields.add(Json.text(rest));
    }
    return Json.array(fields);
  }

  private List<JsonNode> fields() {
    boolean known = day > 0;
    LocalDate date;
    try {
      date = LocalDate.of(year, month + 1, 1).plusDays(known ? day - 1L : 0);
    } catch (DateTimeException e) {
      throw in.mismatch();
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
      if (DateText.isBlank(c)) {
        in.skipBlank();
      } else if (c == '%' && i + 1 < pattern.length()) {
        char letter = pattern.charAt(++i);
        if ("EO-_0^#".indexOf(letter) >= 0 && i + 1 < pattern.length()) {
          letter = pattern.charAt(++i);
        }
        field(letter);
      } else {
        in.literal(c);
      }
    }
  }

  private void field(char letter) {
    switch (letter) {
      case 'Y', 'y', 'C', 'm', 'd', 'e', 'j', 'b', 'B', 'h' -> dateField(letter);
      case 'a', 'A' -> weekday = in.name(DAYS);
      case 'u' -> weekday = in.number(1, 1, 7) % 7;
      case 'w' -> weekday = in.number(1, 0, 6);
      case 'U', 'W', 'V' -> in.number(2, 0, 53);
      case 'D', 'x' -> read("%m/%d/%y");
      case 'F' -> read("%Y-%m-%d");
      case 'R' -> read("%H:%M");
      case 'T', 'X' -> read("%H:%M:%S");
      case 'r' -> read("%I:%M:%S %p");
      case 'c' -> read("%a %b %e %H:%M:%S %Y");
      case 'n', 't' -> in.skipBlank();
      case '%' -> in.literal('%');
      default -> timeField(letter);
    }
  }

  private void dateField(char letter) {
    dated |= letter != 'j' && letter != 'Y' && letter != 'y' && letter != 'C';
    switch (letter) {
      case 'Y' -> year = in.number(4, 0, 9999);
      case 'y' -> {
        int two = in.number(2, 0, 99);
        year = two + (two < 69 ? 2000 : 1900);
      }
      case 'C' -> year = in.number(2, 0, 99) * 100;
      case 'm' -> month = in.number(2, 1, 12) - 1;
      case 'd', 'e' -> day = in.number(2, 1, 31);
      case 'j' -> yearDay = in.number(3, 1, 366) - 1;
      default -> month = in.name(MONTHS);
    }
  }

  private void timeField(char letter) {
    switch (letter) {
      case 'H', 'k' -> hour = in.number(2, 0, 23);
      case 'I', 'l' -> {
        hour = in.number(2, 1, 12);
        halfDay = true;
      }
      case 'M' -> minute = in.number(2, 0, 59);
      case 'S' -> second = in.number(2, 0, 61);
      case 'p', 'P' -> {
        afternoon = in.name(List.of("am", "pm")) == 1;
        halfDay = true;
      }
      case 's' -> since1970();
      case 'z' -> in.zone();
      case 'Z' -> in.zoneName();
      default -> throw in.mismatch();
    }
  }

  private void since1970() {
    ZonedDateTime time = Clock.at(in.number(18, 0, Integer.MAX_VALUE), ZoneOffset.UTC);
    year = time.getYear();
    month = time.getMonthValue() - 1;
    day = time.getDayOfMonth();
    hour = time.getHour();
    minute = time.getMinute();
    second = time.getSecond();
    dated = true;
  }
}
