package dev.portage.jq;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no program is refused with a place and, for well-known mistakes, advice. */
class SyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        ".a | unknown_function ¦ line 1, column 6: unknown_function/0 is not defined",
        "lenght ¦ did you mean length?",
        "ascii_lowercase ¦ did you mean ascii_downcase, ascii_upcase?",
        "name ¦ the field is written .name, the text \"name\"",
        "split ¦ there is split/1, split/2",
        ".a == 'x' ¦ jq texts stand in double quotes",
        "“x” ¦ write \"plain double quotes\"",
        ".a && .b ¦ write 'and' instead of '&&'",
        ".a || .b ¦ write 'or' instead of '||'",
        "!.a ¦ write '| not' after the expression",
        ".a === 1 ¦ equality is '=='",
        ".a => 1 ¦ 'at least' is '>='",
        ".a <> 1 ¦ unequal is '!='",
        ".a .b c ¦ between two expressions stands an operator",
        "[1, 2 ¦ '[' is never closed",
        "{a: (1 ¦ '(' is never closed",
        "if .a then 1 ¦ 'if' is never closed",
        "\"abc ¦ this text has no closing quote",
        "\"\\d\" ¦ unknown escape in a text",
        "\"\\u12\" ¦ four hexadecimal digits",
        ". as [] | 1 ¦ after as",
        "1 as $x ¦ expected '|'",
        "$x ¦ $x is not defined",
        "break $x ¦ there is no label $x here",
        "{1: 2} ¦ a number cannot be an object key",
        "{(1): 2} ¦ Cannot use number (1) as object key",
        "{a: 1 b: 2} ¦ unexpected 'b'; expected '}'",
        "@nope ¦ @nope is not a valid format",
        "@nope \"\\(1)\" ¦ @nope is not a valid format",
        "import \"a\" as a; 1 ¦ modules are not supported",
        "a::b ¦ modules are not supported",
        "1 == 2 == 3 ¦ parentheses around one of two comparisons",
        ".a = 1 = 2 ¦ parentheses around one of two comparisons",
        "1 + ¦ unexpected end of program; expected an expression",
        ".t | ¦ unexpected end of program; expected an expression",
        "def f: 1; | f ¦ unexpected '|'; expected an expression",
        "reduce .[] as $x (0) ¦ reduce … as $x (start; update)",
        "foreach .[] as $x (0) ¦ foreach … as $x (start; update; output)",
        "def f: 1 ¦ 'def' is never closed",
        ".[1 ¦ '[' is never closed",
        ") ¦ unexpected ')'",
        ".1a ¦ between two expressions",
      })
  void mistakesAreExplained(String program, String message) {
    assertThatThrownBy(() -> JqProgram.compile(program))
        .isInstanceOf(JqSyntaxException.class)
        .hasMessageContaining(message);
  }

  @Test
  void theMessageShowsTheLineWithACaret() {
    assertThatThrownBy(() -> JqProgram.compile("# comment\n.a\n  | foo(1) | .b"))
        .hasMessageStartingWith(
            """
            line 3, column 5: foo/1 is not defined
                  | foo(1) | .b
                    ^""");
  }

  static Stream<String> deepTexts() {
    int n = 20_000;
    return Stream.of(
        "[".repeat(n),
        "[".repeat(n) + "]".repeat(n),
        "(".repeat(n) + "1" + ")".repeat(n),
        "{a:".repeat(n) + "1" + "}".repeat(n),
        "-".repeat(n) + "1",
        "\"\\(".repeat(n) + "1" + ")\"".repeat(n),
        "if 1 then ".repeat(n) + "1" + " end".repeat(n),
        "def f: ".repeat(n) + "1",
        "try ".repeat(n) + "1",
        "1 as $x | ".repeat(n) + "1",
        "label $x | ".repeat(n) + "1",
        "1 // ".repeat(n) + "1",
        "1" + " + 1".repeat(n),
        "." + " | .".repeat(n),
        "." + "[0]".repeat(n),
        "." + "[]?".repeat(n),
        "reduce 1 as " + "[".repeat(n),
        ". as " + "[".repeat(n) + "$x" + "]".repeat(n) + " | $x",
        ".[".repeat(n) + "0" + "]".repeat(n),
        "def f: 1; ".repeat(n) + "f");
  }

  @ParameterizedTest
  @MethodSource("deepTexts")
  void deepTextsCompileOrAreRefused(String text) {
    assertThatCode(() -> compiledAndRun(text)).doesNotThrowAnyException();
  }

  private static void compiledAndRun(String text) {
    try {
      JqProgram.compile(text).first(Programs.json("null"));
    } catch (JqSyntaxException | JqException expected) {
      // either is a clear answer; anything else fails the test
    }
  }

  @ParameterizedTest
  @CsvSource({"''", "' '", "'# only a comment'", "'def f: 1;'"})
  void nothingIsTheIdentity(String program) {
    assertThatCode(() -> JqProgram.compile(program)).doesNotThrowAnyException();
    org.assertj.core.api.Assertions.assertThat(Programs.run(program, "[1]")).isEqualTo("[1]");
  }
}
