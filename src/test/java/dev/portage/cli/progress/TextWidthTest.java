package dev.portage.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextWidthTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "\u00fc, 1",
    "u\u0308, 1",
    "\u6f22\u5b57, 4",
    "\uac00, 2",
    "\uff21, 2",
    "\ud83d\ude80, 2",
    "\u2026, 1",
  })
  void aCharacterTakesNoneOneOrTwoColumns(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdef, 5, abcd~",
    "abcdef, 1, ~",
    "abcdef, 0, ''",
    "\u6f22\u5b57\u6f22, 5, \u6f22\u5b57~",
    "\u6f22\u5b57\u6f22, 4, \u6f22~",
    "u\u0308u\u0308u\u0308, 2, u\u0308~",
  })
  void whatIsTooLongIsCutBetweenCharacters(String text, int columns, String expected) {
    assertThat(TextWidth.cut(text, columns, "~")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u001b[2Jb", "a\rb", "a\nb", "a\u0007b", "a\u202eb", "a\u009bb", "a\ud83db"})
  void nothingSteersTheTerminal(String text) {
    assertThat(TextWidth.printable(text)).startsWith("a ").endsWith("b").doesNotContain("\u001b");
  }
}
