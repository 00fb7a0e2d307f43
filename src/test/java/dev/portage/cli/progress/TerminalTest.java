package dev.portage.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  @ParameterizedTest
  @CsvSource({
    // stty, COLUMNS, LINES, columns, rows
    "24 80, '', '', 80, 24",
    "50 200, '', '', 200, 50",
    "50 200, 60, 10, 60, 10",
    "0 0, '', '', 80, 24",
    "'', '', '', 80, 24",
    "stty: standard input, '', '', 80, 24",
    "24 80, wide, -1, 80, 24",
    "1 2, '', '', 20, 4",
  })
  void itsSizeIsThatOfTheUserOrOfTheTerminal(
      String told, String columns, String lines, int wide, int high) {
    // When
    Screen screen =
        Terminal.screen(
            Terminal.parsed(told),
            Map.of("COLUMNS", columns, "LINES", lines),
            StandardCharsets.UTF_8);
    // Then
    assertThat(screen.columns()).isEqualTo(wide);
    assertThat(screen.rows()).isEqualTo(high);
  }

  @Test
  void coloursAndSignsAreThoseOfTheEnvironment() {
    // When
    Screen plain =
        Terminal.screen(Optional.empty(), Map.of("NO_COLOR", "1"), StandardCharsets.US_ASCII);
    Screen rich = Terminal.screen(Optional.empty(), Map.of(), StandardCharsets.UTF_8);
    // Then
    assertThat(plain.palette().coloured()).isFalse();
    assertThat(plain.glyph("\u2026", "...")).isEqualTo("...");
    assertThat(rich.palette().coloured()).isTrue();
    assertThat(rich.glyph("\u2026", "...")).isEqualTo("\u2026");
  }
}
