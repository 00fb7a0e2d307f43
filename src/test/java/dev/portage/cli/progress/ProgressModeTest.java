package dev.portage.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressModeTest {

  @ParameterizedTest
  @CsvSource({
    // mode, terminal, TERM, CI, shown
    "AUTO, true, xterm-256color, '', true",
    "AUTO, true, xterm, false, true",
    "AUTO, true, xterm, true, false",
    "AUTO, true, xterm, 1, false",
    "AUTO, true, dumb, '', false",
    "AUTO, true, '', '', false",
    "AUTO, false, xterm, '', false",
    "ALWAYS, false, dumb, true, true",
    "NEVER, true, xterm, '', false",
  })
  void progressIsForPeopleAtATerminal(
      ProgressMode mode, boolean terminal, String term, String ci, boolean shown) {
    assertThat(mode.isShown(terminal, Map.of("TERM", term, "CI", ci))).isEqualTo(shown);
  }
}
