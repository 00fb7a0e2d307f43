package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first signal ends in order, the second at once; {@code StopTest} sends real ones. */
class StopSignalsTest {

  @ParameterizedTest(name = "signals {0} and {1}")
  @CsvSource({"15, 15", "2, 2", "15, 2", "2, 15"})
  void theSecondSignalDoesNotWaitForTheFirst(int first, int second) throws Exception {
    // Given an end that takes its time
    BlockingQueue<String> said = new LinkedBlockingQueue<>();
    StopSignals signals =
        new StopSignals(code -> said.add("exit " + code), code -> said.add("halt " + code));

    // When
    signals.received(first);
    String ordered = said.poll(30, TimeUnit.SECONDS);
    signals.received(second);

    // Then
    assertThat(ordered).isEqualTo("exit " + (128 + first));
    assertThat(said).containsExactly("halt " + (128 + second));
  }
}
