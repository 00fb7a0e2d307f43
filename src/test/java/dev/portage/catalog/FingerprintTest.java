package dev.portage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void leavesRoomForNothingAndForAMark() {
    Fingerprint print = new Fingerprint(0, 7);

    assertThat(print.high()).isNotZero();
    assertThat(print.low()).isEqualTo(6);
    assertThat(print.text()).isEqualTo("00000000000000010000000000000006");
  }

  @Test
  void theOrderOfThePartsCounts() {
    Fingerprint a = Fingerprint.of("blueprint", "a");
    Fingerprint b = Fingerprint.of("blueprint", "b");

    assertThat(a.and(b)).isNotEqualTo(b.and(a)).isNotEqualTo(a).isNotEqualTo(b);
    assertThat(a.and(b)).isEqualTo(a.and(b));
    assertThat(Fingerprint.of("a", "b")).isNotEqualTo(Fingerprint.of("b", "a"));
    assertThat(Fingerprint.of(new EntityKey("x", "y"))).isEqualTo(Fingerprint.of("x", "y"));
  }
}
