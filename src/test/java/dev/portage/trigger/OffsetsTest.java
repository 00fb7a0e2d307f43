package dev.portage.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OffsetsTest {
  private final Offsets offsets = new Offsets();

  @Test
  void whatNobodyAskedForIsCommittedAtOnce() {
    assertThat(offsets.committable(0, 17)).isEqualTo(17);
  }

  @Test
  void aMessageIsCommittedWhenItsResyncHasEnded() {
    offsets.open(0, 5);

    assertThat(offsets.committable(0, 9)).isEqualTo(5);
    offsets.done(0, 5);
    assertThat(offsets.committable(0, 9)).isEqualTo(9);
  }

  @Test
  void theFirstThatIsOpenHoldsBackTheOthers() {
    offsets.open(0, 5);
    offsets.open(0, 7);
    offsets.done(0, 7);

    assertThat(offsets.committable(0, 9)).isEqualTo(5);
    offsets.done(0, 5);
    assertThat(offsets.committable(0, 9)).isEqualTo(9);
  }

  @Test
  void partitionsDoNotHoldBackEachOther() {
    offsets.open(0, 5);

    assertThat(offsets.committable(1, 9)).isEqualTo(9);
  }

  @Test
  void whatSomebodyElseReadsIsForgotten() {
    offsets.open(0, 5);
    offsets.open(1, 6);

    offsets.forget(List.of(0));
    offsets.done(0, 5);

    assertThat(offsets.committable(0, 9)).isEqualTo(9);
    assertThat(offsets.committable(1, 9)).isEqualTo(6);
  }

  @Test
  void aPositionThatWentBackWins() {
    offsets.open(0, 5);

    assertThat(offsets.committable(0, 3)).isEqualTo(3);
  }
}
