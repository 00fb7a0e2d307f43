package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.route.call.Stop;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which waits are made, and which are worth while when the process ends. */
class PauseTest {
  private static final Duration SOON = Duration.ofMillis(5);

  @ParameterizedTest(name = "{0} ms to the end, a wait of {1} ms, at most {2} ms: {3}")
  @CsvSource({
    "20000,   5, 1000, true",
    "20000,   0, 1000, true",
    "20000,   5,    0, false",
    "20000,   0,    0, false",
    "20000, 60000, 1000, false",
    "    1, 900, 1000, false",
  })
  void whenTheProcessEndsOnlyShortWaitsAreMade(long left, long wait, long most, boolean expected) {
    Stop stop = new Stop();
    stop.begin(Duration.ofMillis(left));

    assertThat(stop.isWorthWhile(Duration.ofMillis(wait), Duration.ofMillis(most)))
        .isEqualTo(expected);
    assertThat(stop.pause(Duration.ofMillis(wait), Duration.ofMillis(most))).isEqualTo(expected);
  }

  @Test
  void elseTheWholeWaitIsMade() {
    long begun = System.nanoTime();

    assertThat(new Stop().pause(SOON, Duration.ZERO)).isTrue();

    assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(SOON.toNanos());
  }

  @Test
  void theFirstCallSetsTheEnd() {
    Stop stop = new Stop();
    stop.begin(Duration.ofHours(1));
    stop.begin(Duration.ZERO);

    assertThat(stop.isWorthWhile(SOON, Duration.ofSeconds(1))).isTrue();
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    Thread.currentThread().interrupt();

    assertThat(new Stop().pause(Duration.ofHours(1), Duration.ZERO)).isFalse();

    assertThat(Thread.interrupted()).isTrue();
  }
}
