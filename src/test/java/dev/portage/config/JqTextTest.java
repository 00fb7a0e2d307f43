package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract, section 8.2: which single quotes are read as double quotes. */
class JqTextTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "'thing' | \"thing\"",
        ".type == 'Bug' | .type == \"Bug\"",
        ".missing // 'none' | .missing // \"none\"",
        "'a' + .b + 'c' | \"a\" + .b + \"c\"",
        "'two words' | \"two words\"",
        "'don't' | \"don't\"",
        ".a == \"it's\" | .a == \"it's\"",
        "\"'gold'\" | \"'gold'\"",
        "' spaced ' | \" spaced \"",
        "'\"x\"' | '\"x\"'",
        "'a'\t+ 'b' | \"a\"\t+ \"b\"",
        "'' | \"\"",
        ".plain | .plain",
      })
  void singleQuotesAroundATextBecomeDoubleQuotes(String typed, String read) {
    assertThat(JqText.withDoubleQuotes(typed)).isEqualTo(read);
  }
}
