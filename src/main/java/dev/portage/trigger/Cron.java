package dev.portage.trigger;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.quartz.CronExpression;

/** Cron expressions: the five fields of Unix, and the six or seven of Quartz. */
final class Cron {
  private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");
  private static final int WEEK = 7;

  private Cron() {}

  /**
   * The form of Quartz.
   *
   * @throws IllegalArgumentException when it is no cron expression
   */
  static String quartz(String text) {
    String[] fields = text.strip().split("\\s+");
    return switch (fields.length) {
      case 5 -> unix(fields);
      case 6, 7 -> String.join(" ", fields);
      default ->
          throw new IllegalArgumentException(
              "a cron expression with 5 fields (Unix), or with 6 or 7 (Quartz)");
    };
  }

  /**
   * Refuses what is no cron expression in the form of Quartz.
   *
   * @throws IllegalArgumentException when it is none, or is never due
   */
  static void check(String cron) {
    try {
      if (new CronExpression(cron).getNextValidTimeAfter(Date.from(Instant.now())) == null) {
        throw new IllegalArgumentException("a cron expression that is due at some time");
      }
    } catch (ParseException e) {
      throw new IllegalArgumentException("a cron expression: " + e.getMessage(), e);
    }
  }

  private static String unix(String[] fields) {
    boolean anyDay = isAny(fields[2]);
    boolean anyWeekday = isAny(fields[4]);
    if (!anyDay && !anyWeekday) {
      throw new IllegalArgumentException(
          "a cron expression with * for the day of the month or for the day of the week");
    }
    String day = anyWeekday ? (anyDay ? "*" : fields[2]) : "?";
    String weekday = anyWeekday ? "?" : weekdays(fields[4]);
    return String.join(" ", "0", fields[0], fields[1], day, fields[3], weekday);
  }

  private static boolean isAny(String field) {
    return field.equals("*") || field.equals("?");
  }

  /** Unix counts from Sunday, which is 0 or 7; Quartz counts from Sunday, which is 1. */
  private static String weekdays(String field) {
    TreeSet<Integer> days = new TreeSet<>();
    for (String part : field.split(",")) {
      String[] stepped = part.split("/", 2);
      String[] ends = stepped[0].split("-", 2);
      boolean any = isAny(ends[0]);
      int from = any ? 0 : day(ends[0]);
      boolean single = ends.length == 1 && stepped.length == 1;
      int to = any || (ends.length == 1 && !single) ? WEEK - 1 : day(ends[ends.length - 1]);
      int step = stepped.length == 2 ? number(stepped[1], 1, WEEK) : 1;
      int last = to < from ? to + WEEK : to;
      for (int at = from; at <= last; at += step) {
        days.add(at % WEEK);
      }
    }
    return days.stream().map(at -> String.valueOf(at + 1)).collect(Collectors.joining(","));
  }

  private static int day(String text) {
    int named = DAYS.indexOf(text.toUpperCase(Locale.ROOT));
    return named >= 0 ? named : number(text, 0, WEEK);
  }

  private static int number(String text, int least, int most) {
    if (text.matches("\\d")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "a cron expression with days of the week from 0 to 7, or SUN to SAT");
  }
}
