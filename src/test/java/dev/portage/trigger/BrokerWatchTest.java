package dev.portage.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.trigger.BrokerWatch.Sight;
import dev.portage.trigger.BrokerWatch.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {
  private static final Instant BEGIN = Instant.parse("2026-08-20T10:00:00Z");

  private final BrokerWatch watch = new BrokerWatch(Duration.ofSeconds(10), BEGIN);

  private Optional<State> see(int second, double bytes, boolean joined, int partitions) {
    return watch.see(new Sight(bytes, joined, partitions), BEGIN.plusSeconds(second));
  }

  @Test
  void aConnectionThatComesUpIsToldOnce() {
    assertThat(see(1, 0, false, 0)).isEmpty();
    assertThat(see(2, 300, false, 0)).isEmpty();
    assertThat(see(3, 500, true, 1)).contains(State.LISTENING);
    assertThat(see(4, 520, true, 1)).isEmpty();
  }

  @Test
  void brokersThatNeverAnswerAreToldOnce() {
    assertThat(see(10, 0, false, 0)).isEmpty();
    assertThat(see(11, 0, false, 0)).contains(State.SILENT);
    assertThat(see(60, 0, false, 0)).isEmpty();
  }

  @Test
  void brokersThatGoAndComeBackAreToldEachTime() {
    see(1, 100, true, 1);

    assertThat(see(9, 100, true, 1)).isEmpty();
    assertThat(see(12, 100, true, 1)).contains(State.SILENT);
    assertThat(see(13, 100, true, 1)).isEmpty();
    assertThat(see(14, 140, true, 1)).contains(State.LISTENING);
  }

  @Test
  void aSingleAnswerDoesNotEndTheSilenceBeforeAnythingMayBeRead() {
    see(11, 0, false, 0);

    assertThat(see(12, 50, false, 0)).isEmpty();
    assertThat(see(13, 90, true, 2)).contains(State.LISTENING);
  }

  @Test
  void withoutAPartitionAnotherInstanceSeemsToReadThem() {
    assertThat(see(1, 100, true, 0)).contains(State.UNASSIGNED);
    assertThat(see(2, 120, true, 0)).isEmpty();
    assertThat(see(3, 140, true, 1)).contains(State.LISTENING);
  }
}
