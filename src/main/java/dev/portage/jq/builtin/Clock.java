package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Broken-down times as C has them: year, month from 0, day, hour, minute, second, weekday, day. */
final class Clock {
  private static final int FIELDS = 8;
  private static final double MAX_SECONDS = 3e16;

  private Clock() {}

  /** The broken-down time of seconds since 1970; fractions stay in the seconds. */
  static JsonNode brokenDown(double seconds, ZoneId zone) {
    double whole = Math.floor(seconds);
    ZonedDateTime time = at(whole, zone);
    List<JsonNode> fields = fields(time);
    double fraction = seconds - whole;
    fields.set(5, Numbers.of(time.getSecond() + fraction));
    return Json.array(fields);
  }

  static ZonedDateTime at(double seconds, ZoneId zone) {
    if (Double.isNaN(seconds) || Math.abs(seconds) > MAX_SECONDS) {
      throw new Failure("error converting number of seconds since epoch to datetime");
    }
    return Instant.ofEpochSecond((long) Math.floor(seconds)).atZone(zone);
  }

  static List<JsonNode> fields(ZonedDateTime time) {
    List<JsonNode> fields = new ArrayList<>(FIELDS);
    fields.add(Numbers.of((long) time.getYear()));
    fields.add(Numbers.of(time.getMonthValue() - 1L));
    fields.add(Numbers.of((long) time.getDayOfMonth()));
    fields.add(Numbers.of((long) time.getHour()));
    fields.add(Numbers.of((long) time.getMinute()));
    fields.add(Numbers.of((long) time.getSecond()));
    fields.add(Numbers.of(time.getDayOfWeek().getValue() % 7L));
    fields.add(Numbers.of(time.getDayOfYear() - 1L));
    return fields;
  }

  /** The time that broken-down fields mean; missing ones are 0, too large ones carry over. */
  static ZonedDateTime time(JsonNode fields, ZoneId zone, String function) {
    long[] parts = new long[FIELDS];
    for (int i = 0; i < FIELDS && i < fields.size(); i++) {
      if (!fields.get(i).isNumber()) {
        throw new Failure(function + " requires parsed datetime inputs");
      }
      parts[i] = (long) Math.floor(fields.get(i).doubleValue());
    }
    try {
      return LocalDate.of((int) parts[0], 1, 1)
          .plusMonths(parts[1])
          .plusDays(parts[2] - 1)
          .atStartOfDay()
          .plusHours(parts[3])
          .plusMinutes(parts[4])
          .plusSeconds(parts[5])
          .atZone(zone);
    } catch (DateTimeException | ArithmeticException e) {
      throw new Failure("invalid gmtime representation");
    }
  }

  /** Seconds since 1970 of broken-down fields in UTC. */
  static JsonNode seconds(JsonNode fields) {
    return Numbers.of((double) time(fields, ZoneOffset.UTC, "mktime").toEpochSecond());
  }
}
