package dev.portage.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Contract, sections 5.2 and 5.3. */
class OriginTest {

  @ParameterizedTest
  @CsvSource({
    // set,  is Port asked?, Port creates them, it does not
    "Empty,   false, EMPTY,   EMPTY",
    "Default, false, DEFAULT, DEFAULT",
    "Ocean,   false, DEFAULT, DEFAULT",
    "Port,    true,  PORT,    DEFAULT",
    ",        true,  PORT,    DEFAULT",
  })
  void anOriginIsSettled(String set, boolean asked, Origin provisioned, Origin otherwise) {
    Optional<Origin> wanted = Optional.ofNullable(set).flatMap(Origin::of);

    assertThat(Origin.isUpToPort(wanted)).isEqualTo(asked);
    assertThat(Origin.settled(wanted, true)).isEqualTo(provisioned);
    assertThat(Origin.settled(wanted, false)).isEqualTo(otherwise);
  }

  @ParameterizedTest
  @EnumSource
  void anOriginIsKnownByItsWord(Origin origin) {
    assertThat(Origin.of(origin.text())).contains(origin);
    assertThat(Origin.of(origin.text().toUpperCase(Locale.ROOT))).contains(origin);
    assertThat(Origin.of("something")).isEmpty();
  }

  @Test
  void pausesGrowToAMinuteAndThereAreTwentyNineBetweenThirtyQuestions() {
    assertThat(Provisioning.PAUSES)
        .hasSize(29)
        .startsWith(seconds(3), seconds(4), seconds(6), seconds(9), seconds(13), seconds(20))
        .contains(seconds(31), seconds(48))
        .endsWith(seconds(60), seconds(60));
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }
}
