package dev.portage.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OffsetsTest {
  private final Offsets offsets = new Offsets();

  @Test
  void whatNobodyAskedForIsCommittedAtOnce() {
    assertThat(offsets.committable("t-0", 17)).isEqualTo(17);
  }

  @Test
  void aMessageIsCommittedWhenItsResyncHasEnded() {
    offsets.open("t-0", 5);

    assertThat(offsets.committable("t-0", 9)).isEqualTo(5);
    offsets.done("t-0", 5);
    assertThat(offsets.committable("t-0", 9)).isEqualTo(9);
  }

  @Test
  void theFirstThatIsOpenHoldsBackTheOthers() {
    offsets.open("t-0", 5);
    offsets.open("t-0", 7);
    offsets.done("t-0", 7);

    assertThat(offsets.committable("t-0", 9)).isEqualTo(5);
    offsets.done("t-0", 5);
    assertThat(offsets.committable("t-0", 9)).isEqualTo(9);
  }

  @Test
  void partitionsDoNotHoldBackEachOther() {
    offsets.open("t-0", 5);
    offsets.done("t-1", 5);

    assertThat(offsets.committable("t-1", 9)).isEqualTo(9);
    assertThat(offsets.committable("t-0", 9)).isEqualTo(5);
  }

  @Test
  void aMessageThatComesAgainIsKnownUntilItsResyncHasEnded() {
    assertThat(offsets.open("t-0", 5)).isTrue();
    assertThat(offsets.open("t-0", 5)).isFalse();
    offsets.done("t-0", 5);
    assertThat(offsets.open("t-0", 5)).isTrue();
  }

  @Test
  void aPositionThatWentBackWins() {
    offsets.open("t-0", 5);

    assertThat(offsets.committable("t-0", 3)).isEqualTo(3);
  }
}
