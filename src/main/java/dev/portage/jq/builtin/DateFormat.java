package dev.portage.jq.builtin;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** C's {@code strftime} in the C locale, with glibc's flags {@code - _ 0 ^}. */
final class DateFormat {
  private DateFormat() {}

  static String format(ZonedDateTime time, String format) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        out.append(c);
        continue;
      }
      char flag = 0;
      c = format.charAt(++i);
      if ("-_0^".indexOf(c) >= 0 && i + 1 < format.length()) {
        flag = c;
        c = format.charAt(++i);
      }
      out.append(field(time, c, flag));
    }
    return out.toString();
  }

  private static String field(ZonedDateTime time, char letter, char flag) {
    String composed = composed(letter);
    if (!composed.isEmpty()) {
      return format(time, composed);
    }
    String name = name(time, letter);
    if (name != null) {
      return flag == '^' ? name.toUpperCase(Locale.ROOT) : name;
    }
    String digits = number(time, letter, flag);
    return digits == null ? "%" + letter : digits;
  }

  private static String composed(char letter) {
    return switch (letter) {
      case 'c' -> "%a %b %e %H:%M:%S %Y";
      case 'D', 'x' -> "%m/%d/%y";
      case 'F' -> "%Y-%m-%d";
      case 'r' -> "%I:%M:%S %p";
      case 'R' -> "%H:%M";
      case 'T', 'X' -> "%H:%M:%S";
      default -> "";
    };
  }

  private static @Nullable String name(ZonedDateTime time, char letter) {
    return switch (letter) {
      case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case 'b', 'h' -> month(time).substring(0, 3);
      case 'B' -> month(time);
      case 'p' -> time.getHour() < 12 ? "AM" : "PM";
      case 'P' -> time.getHour() < 12 ? "am" : "pm";
      case 'Z' -> zone(time);
      case 'z' -> time.getOffset().equals(ZoneOffset.UTC) ? "+0000" : offset(time);
      case 'n' -> "\n";
      case 't' -> "\t";
      case '%' -> "%";
      default -> null;
    };
  }

  private static String month(ZonedDateTime time) {
    return time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private static String zone(ZonedDateTime time) {
    return time.getZone().equals(ZoneOffset.UTC)
        ? "UTC"
        : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(time);
  }

  private static String offset(ZonedDateTime time) {
    return DateTimeFormatter.ofPattern("xx", Locale.ENGLISH).format(time);
  }

  private static @Nullable String number(ZonedDateTime time, char letter, char flag) {
    return switch (letter) {
      case 'C' -> padded(Math.floorDiv(time.getYear(), 100), 2, '0', flag);
      case 'd' -> padded(time.getDayOfMonth(), 2, '0', flag);
      case 'e' -> padded(time.getDayOfMonth(), 2, ' ', flag);
      case 'G' -> padded(time.get(IsoFields.WEEK_BASED_YEAR), 1, '0', flag);
      case 'g' -> padded(time.get(IsoFields.WEEK_BASED_YEAR) % 100, 2, '0', flag);
      case 'H' -> padded(time.getHour(), 2, '0', flag);
      case 'k' -> padded(time.getHour(), 2, ' ', flag);
      case 'I' -> padded(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, '0', flag);
      case 'l' -> padded(time.get(ChronoField.CLOCK_HOUR_OF_AMPM), 2, ' ', flag);
      case 'j' -> padded(time.getDayOfYear(), 3, '0', flag);
      case 'm' -> padded(time.getMonthValue(), 2, '0', flag);
      case 'M' -> padded(time.getMinute(), 2, '0', flag);
      case 's' -> padded(time.toEpochSecond(), 1, '0', flag);
      case 'S' -> padded(time.getSecond(), 2, '0', flag);
      case 'u' -> padded(time.getDayOfWeek().getValue(), 1, '0', flag);
      case 'w' -> padded(time.getDayOfWeek().getValue() % 7, 1, '0', flag);
      case 'U' -> padded(week(time, time.getDayOfWeek().getValue() % 7), 2, '0', flag);
      case 'W' -> padded(week(time, (time.getDayOfWeek().getValue() + 6) % 7), 2, '0', flag);
      case 'V' -> padded(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0', flag);
      case 'y' -> padded(Math.floorMod(time.getYear(), 100), 2, '0', flag);
      case 'Y' -> padded(time.getYear(), 1, '0', flag);
      default -> null;
    };
  }

  /** The week of the year when weeks begin {@code daysSince} days ago. */
  private static int week(ZonedDateTime time, int daysSince) {
    return (time.getDayOfYear() + 6 - daysSince) / 7;
  }

  private static String padded(long value, int width, char usual, char flag) {
    String digits = Long.toString(value);
    char padding = flag == '_' ? ' ' : flag == '0' ? '0' : usual;
    return flag == '-'
        ? digits
        : String.valueOf(padding).repeat(Math.max(0, width - digits.length())) + digits;
  }
}
