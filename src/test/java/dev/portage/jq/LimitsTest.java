package dev.portage.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No program may hang, exhaust the memory or the stack; all limits end in a clear error. */
class LimitsTest {
  private static final JqOptions SMALL =
      JqOptions.DEFAULT.withTime(Duration.ofMillis(150)).withSize(10_000).withDepth(2_000);

  /** Where the size is to be what ends it, also on a machine that is busy. */
  private static final JqOptions UNHURRIED = SMALL.withTime(Duration.ofSeconds(20));

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "last(range(1e12)) ¦ longer than 150 ms",
        "repeat(empty) ¦ longer than 150 ms",
        "until(false; .) ¦ longer than 150 ms",
        "0 | until(. < 0; . + 1) ¦ longer than 150 ms",
        "last(0 | while(true; . + 1)) ¦ longer than 150 ms",
        "last(0 | recurse(. + 1)) ¦ longer than 150 ms",
        "reduce range(1e12) as $x (0; . + $x) ¦ longer than 150 ms",
        "reduce range(99) as $x (1; [., .]) | . == . ¦ longer than 150 ms",
        "reduce range(99) as $x (1; [., .]) | contains(.) ¦ longer than 150 ms",
        "reduce range(99) as $x (1; [., .]) | [., .] | unique ¦ longer than 150 ms",
        "reduce range(99) as $x (1; [., .]) | last(..) ¦ longer than 150 ms",
        "(\"a\" * 40 + \"!\") | test(\"^(.*a){20}$\") ¦ longer than 150 ms",
      })
  void timeIsLimited(String program, String message) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> Programs.run(program, "null", SMALL))
        .isInstanceOf(JqException.class)
        .hasMessageContaining(message);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "\"x\" * 1e9 ¦ a text of more than 160000 characters",
        "\"x\" * 1e10 ¦ Repeat string result too long",
        "reduce range(99) as $x (\"a\"; . + .) ¦ a text of more than 160000",
        "[range(1e12)] ¦ a value of more than 10000 elements",
        "[limit(1e9; repeat(1))] ¦ a value of more than 10000 elements",
        "reduce range(1e9) as $x ([]; . + [$x]) ¦ a value of more than 10000 elements",
        "reduce range(1e9) as $x ([]; .[$x] = $x) ¦ a value of more than 10000 elements",
        "reduce range(1e9) as $x ({}; .[\"\\($x)\"] = 1) ¦ jq: ",
        "[] | .[20000] = 1 ¦ a value of more than 10000 elements",
        "[range(999) | [range(999)]] ¦ more than 100000 elements in all",
        "[range(999) | \"x\" * 150000] ¦ more than 100000 elements in all",
        "reduce range(99) as $x (1; [., .]) ¦ an output of more than 100000 elements",
        "reduce range(99) as $x ({}; .a = . | .b = .) ¦ an output of more than 100000 elements",
        "reduce range(99) as $x (1; [., .]) | tojson ¦ a text of more than",
        "reduce range(99) as $x (1; [., .]) | flatten ¦ a value of more than 10000 elements",
        "\"a\" * 20000 | split(\"\") ¦ a value of more than 10000 elements",
        "\"a\" * 20000 | explode ¦ a value of more than 10000 elements",
        "\"a\" * 20000 | [match(\"\"; \"g\")] ¦ a value of more than 10000 elements",
        "\"a\" * 20000 | indices(\"a\") ¦ a value of more than 10000 elements",
        "\"[\\(\"1,\" * 20000)1]\" | fromjson ¦ a value of more than 10000 elements",
        "\"a\" * 9000 | gsub(\"a\"; \"b\" * 99) ¦ a text of more than 160000",
        "[range(9000) | \"x\" * 99] | join(\"\") ¦ a text of more than 160000",
        "repeat(1) ¦ more than 10000 outputs",
      })
  void sizeIsLimited(String program, String message) {
    assertThatThrownBy(() -> Programs.run(program, "null", UNHURRIED))
        .isInstanceOf(JqException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "def f: f; f",
        "def f: 1 + f; f",
        "def f: [f]; f",
        "def f(x): x | f(x); f(.)",
        "def f: def g: f; g; f",
        "def f: reduce (1, 2) as $x (0; f); f",
        "def f: {a: f}; f | .a",
        "def f: . as [$a] | f; null | f",
        "last(recurse(if . == null then 1, 2 else . end))",
      })
  void depthIsLimited(String program) {
    assertThatThrownBy(() -> Programs.run(program, "null", SMALL))
        .isInstanceOf(JqException.class)
        .hasMessage("jq: more than 2000 nested calls");
  }

  @Test
  void deepRecursionWithinTheLimitWorks() {
    String program = "def f: if . >= 9000 then . else . + 1 | f end; 0 | f";
    assertThat(Programs.run(program, "null")).isEqualTo("9000");
  }

  @Test
  void outputsHandedOverBeforeTheStackRanOutAreNotRepeated() {
    String program = "1, 2, (def f: if . >= 9000 then . else . + 1 | f end; 0 | f)";
    assertThat(Programs.run(program, "null")).isEqualTo("1 2 9000");
  }

  @Test
  void limitsCannotBeCaught() {
    assertThatThrownBy(() -> Programs.run("try (def f: f; f) catch \"caught\"", "null", SMALL))
        .hasMessageContaining("nested calls");
    assertThatThrownBy(() -> Programs.run("([range(1e9)])? // 1", "null", SMALL))
        .hasMessageContaining("10000 elements");
  }

  @Test
  void firstStopsAtTheFirstOutput() {
    JqProgram program = JqProgram.compile("1, error(\"not reached\")", SMALL);
    assertThat(program.first(Programs.json("null"))).hasToString("1");
    assertThat(JqProgram.compile("repeat(7)").first(Programs.json("null"))).hasToString("7");
    assertThat(JqProgram.compile("empty").first(Programs.json("null"))).isNull();
  }

  @Test
  void limitsMustBePositive() {
    assertThatThrownBy(() -> JqOptions.DEFAULT.withSize(0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
