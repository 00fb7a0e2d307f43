package dev.portage.route.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.Html;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | 0", "999 | 999", "1000 | 1,000", "1234567 | 1,234,567", "-1000 | -1,000"})
  void digitsStandInGroupsOfThree(long number, String expected) {
    assertThat(Figures.number(number)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 ms",
    "-5, 0 ms",
    "999, 999 ms",
    "1000, 1.0 s",
    "12345, 12.3 s",
    "59999, 59.9 s",
    "60000, 1 min",
    "200000, 3 min 20 s",
    "3600000, 1 h",
    "7500000, 2 h 5 min",
    "86399999, 23 h 59 min",
    "187200000, 2 d 4 h",
  })
  void aDurationHasTwoUnitsAtMost(long millis, String expected) {
    assertThat(Figures.duration(Duration.ofMillis(millis))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, now",
    "-1, now",
    "1, now",
    "-2, 2 s ago",
    "-89, 89 s ago",
    "-90, 1 min ago",
    "-5399, 89 min ago",
    "-5400, 1 h ago",
    "-129599, 35 h ago",
    "-129600, 1 d ago",
    "30, in 30 s",
    "3400, in 56 min",
  })
  void aMomentIsToldByItsDistance(long seconds, String expected) {
    assertThat(Figures.distance(NOW.plusSeconds(seconds), NOW)).isEqualTo(expected);
  }

  @Test
  void theExactMomentIsTheTitle() {
    // When
    Html page = new Html();
    Figures.moment(page, NOW.minusMillis(61_500), NOW);
    // Then
    assertThat(page)
        .hasToString(
            "<time datetime=\"2026-03-01T11:58:58Z\" title=\"2026-03-01T11:58:58Z\">61 s ago</time>");
  }
}
