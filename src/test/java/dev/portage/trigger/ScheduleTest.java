package dev.portage.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "15m,    PT15M",
    "2h,     PT2H",
    "90s,    PT1M30S",
    "1d,     PT24H",
    "2 H,    PT2H",
    "PT30M,  PT30M",
    "pt30m,  PT30M",
    "P1D,    PT24H",
    "PT1H30M, PT1H30M"
  })
  void anIntervalIsARhythm(String text, Duration interval) {
    assertThat(Schedule.parse(text)).isEqualTo(new Schedule.Every(interval));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      0 3 * * *         | 0 0 3 * * ?
      */15 * * * *      | 0 */15 * * * ?
      30 2 1 * *        | 0 30 2 1 * ?
      0 8 * * 1-5       | 0 0 8 ? * 2,3,4,5,6
      0 8 * * MON-FRI   | 0 0 8 ? * 2,3,4,5,6
      0 8 * * 0         | 0 0 8 ? * 1
      0 8 * * 7         | 0 0 8 ? * 1
      0 8 * * sun       | 0 0 8 ? * 1
      0 8 * * 5-7       | 0 0 8 ? * 1,6,7
      0 8 * * SAT-SUN   | 0 0 8 ? * 1,7
      0 8 * * */2       | 0 0 8 ? * 1,3,5,7
      0 8 * * 1-5/2     | 0 0 8 ? * 2,4,6
      0 8 * * 1,3       | 0 0 8 ? * 2,4
      0 8 * * 1/2       | 0 0 8 ? * 2,4,6
      0 0 1 JAN *       | 0 0 0 1 JAN ?
      0 8 ? * ?         | 0 0 8 * * ?
      0 0 12 * * ?      | 0 0 12 * * ?
      0 15 10 ? * 6L 2030-2099 | 0 15 10 ? * 6L 2030-2099
      """)
  void aCronExpressionIsThatOfUnixOrOfQuartz(String text, String quartz) {
    assertThat(Schedule.parse(text)).isEqualTo(new Schedule.At(quartz));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      15                | an interval such as 15m, 2h or PT30M, or a cron expression such as "0 3 * * *"
      hourly            | an interval such as 15m, 2h or PT30M, or a cron expression such as "0 3 * * *"
      0s                | an interval from 1s to 366d
      PT-5M             | an interval from 1s to 366d
      999999999d        | an interval from 1s to 366d
      0 3 * *           | a cron expression with 5 fields (Unix), or with 6 or 7 (Quartz)
      1 2 3 4 5 6 7 8   | a cron expression with 5 fields (Unix), or with 6 or 7 (Quartz)
      0 3 1 * 1         | a cron expression with * for the day of the month or for the day of the week
      0 3 * * 8         | a cron expression with days of the week from 0 to 7, or SUN to SAT
      0 3 * * 1/0       | a cron expression with days of the week from 0 to 7, or SUN to SAT
      0 3 * * MONDAY    | a cron expression with days of the week from 0 to 7, or SUN to SAT
      0 0 0 30 2 ?      | a cron expression that is due at some time
      """)
  void whatIsNoneIsRefused(String text, String expected) {
    assertThatThrownBy(() -> Schedule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(expected);
  }

  @ParameterizedTest
  @CsvSource({"61 * * * *", "* 25 * * *", "a b * * *", "0 0 0 * * *x ?"})
  void whatQuartzCannotReadIsRefusedInItsWords(String text) {
    assertThatThrownBy(() -> Schedule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("a cron expression");
  }

  @ParameterizedTest
  @CsvSource({
    "10:00:00, 10:30:00",
    "10:29:59, 10:30:00",
    "10:30:00, 11:00:00",
    "10:30:01, 11:00:00",
    "17:45:00, 18:00:00",
    "09:00:00, 10:30:00"
  })
  void theNextTimeIsAWholeMultipleAfterTheStart(String now, String next) {
    Schedule.Every halfHours = new Schedule.Every(Duration.ofMinutes(30));

    assertThat(halfHours.next(at("10:00:00"), at(now))).isEqualTo(at(next));
  }

  private static Instant at(String time) {
    return Instant.parse("2026-08-20T" + time + "Z");
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    Pauses pauses = new Pauses(Duration.ofSeconds(1), Duration.ofSeconds(60));

    assertThat(pauses.after(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pauses.after(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pauses.after(6)).isEqualTo(Duration.ofSeconds(32));
    assertThat(pauses.after(7)).isEqualTo(Duration.ofSeconds(60));
    assertThat(pauses.after(1_000_000)).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void aBusyLoopIsNoPause() {
    assertThatThrownBy(() -> new Pauses(Duration.ZERO, Duration.ofSeconds(1)))
        .hasMessageContaining("expected longer than nothing");
  }
}
