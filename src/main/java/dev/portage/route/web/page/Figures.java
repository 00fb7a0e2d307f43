package dev.portage.route.web.page;

import dev.portage.http.Html;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers, durations and moments as a person reads them at a glance. */
final class Figures {
  private Figures() {}

  /** With commas between groups of three digits. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The word with its number: {@code 1 page}, {@code 2,000 pages}. */
  static String counted(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** At most two units: {@code 420 ms}, {@code 12.3 s}, {@code 3 min 20 s}, {@code 2 d 4 h}. */
  static String duration(Duration duration) {
    long millis = Math.max(0, duration.toMillis());
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      // Cut, not rounded: 59.96 s is not 60.0 s.
      return "%d.%d s".formatted(millis / 1_000, millis % 1_000 / 100);
    }
    long minutes = millis / 60_000;
    if (minutes < 60) {
      return units(minutes, "min", millis / 1_000 % 60, "s");
    }
    return minutes < 24 * 60
        ? units(minutes / 60, "h", minutes % 60, "min")
        : units(minutes / 60 / 24, "d", minutes / 60 % 24, "h");
  }

  private static String units(long large, String unit, long small, String smaller) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
  }

  /** How far away a moment is, in one unit: {@code 3 min ago}, {@code in 2 h}, {@code now}. */
  static String distance(Instant moment, Instant now) {
    long seconds = ChronoUnit.SECONDS.between(moment, now);
    long away = Math.abs(seconds);
    if (away < 2) {
      return "now";
    }
    String words = away < 90 ? away + " s" : rough(away / 60);
    return seconds > 0 ? words + " ago" : "in " + words;
  }

  private static String rough(long minutes) {
    if (minutes < 90) {
      return minutes + " min";
    }
    return minutes < 36 * 60 ? minutes / 60 + " h" : minutes / 60 / 24 + " d";
  }

  /** A moment as an element whose title is the exact time in UTC; scripts keep it up to date. */
  static void moment(Html page, Instant moment, Instant now) {
    String exact = moment.truncatedTo(ChronoUnit.SECONDS).toString();
    page.markup("<time datetime=\"" + exact + "\" title=\"" + exact + "\">")
        .text(distance(moment, now))
        .markup("</time>");
  }
}
