package dev.portage.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random programs never hang and never throw anything else. */
class JqProperties {
  private static final JqOptions SMALL =
      JqOptions.DEFAULT.withTime(Duration.ofMillis(500)).withSize(20_000);

  /** JSON values of all kinds. */
  static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "1",
          "-2.5",
          "\"ab\"",
          "[]",
          "{}",
          "[1,[2,\"x\"],null]",
          "{\"a\":{\"b\":[1,2]},\"c\":\"d\"}",
          "[{\"a\":1},{\"a\":\"é😀\"}]");

  /**
   * Leaves and templates; {@code 1}, {@code 2}, {@code 3} in braces are filled with expressions.
   */
  private static final List<String> LEAVES =
      List.of(
          ".",
          ".a",
          ".a.b",
          ".[0]",
          ".[-1:]",
          "..",
          ".[]?",
          "null",
          "1",
          "0.5",
          "\"ab\"",
          "[]",
          "{}",
          "empty",
          "length",
          "keys",
          "add",
          "tojson",
          "type",
          "not",
          "to_entries",
          "paths",
          "first",
          "sort",
          "unique",
          "flatten",
          "reverse",
          "tostream",
          "error",
          "nan",
          "infinite",
          "explode",
          "$__loc__",
          "env",
          "floor",
          "gmtime",
          "todate",
          "transpose",
          "combinations",
          "any",
          "all",
          "min",
          "ascii_downcase",
          "@csv",
          "@uri",
          "@base64d",
          "fromjson",
          "tonumber");

  private static final List<String> BRANCHES =
      List.of(
          "({1} | {2})",
          "({1}, {2})",
          "({1} + {2})",
          "({1} - {2})",
          "({1} * {2})",
          "({1} / {2})",
          "({1} % {2})",
          "({1} == {2})",
          "({1} < {2})",
          "({1} and {2})",
          "({1} // {2})",
          "[{1}]",
          "{a: {1}, \"b\": {2}}",
          "{({1} | tostring): {2}}",
          "-({1})",
          "\"x\\({1})y\"",
          "(try {1} catch {2})",
          "({1})?",
          "(if {1} then {2} else {3} end)",
          "(if {1} then {2} end)",
          "(reduce {1} as $x ({2}; {3}))",
          "(foreach {1} as $x ({2}; {3}))",
          "({1} as $x | {2})",
          "({1} as [$x, {a: $y}] | {2})",
          "({1} as [$x] ?// $x | {2})",
          "({1} |= {2})",
          "({1} = {2})",
          "({1} += {2})",
          "({1} //= {2})",
          "path({1})",
          "del({1})",
          "select({1})",
          "map({1})",
          "first({1})",
          "last({1})",
          "limit(3; {1})",
          "skip(1; {1})",
          "isempty({1})",
          "any({1}; {2})",
          "recurse({1})",
          "until({1}; {2})",
          "while({1}; {2})",
          "repeat({1})",
          "[limit(5; repeat({1}))]",
          "range({1}; {2})",
          "sort_by({1})",
          "group_by({1})",
          "with_entries({1})",
          "map_values({1})",
          "walk({1})",
          "test({1})",
          "[match({1}; \"g\")]",
          "gsub({1}; {2})",
          "split({1})",
          "join({1})",
          "contains({1})",
          "has({1})",
          "index({1})",
          "getpath({1})",
          "setpath({1}; {2})",
          "delpaths({1})",
          "pick({1})",
          "ltrimstr({1})",
          "strftime({1})",
          "strptime({1})",
          "error({1})",
          "splits({1})",
          "bsearch({1})",
          "(label $f | {1} | ., break $f)",
          "(def f: {1}; {2} | f)",
          "(def f(g): {1} | g; f({2}))",
          "(def f: {1} | f; {2} | f)",
          "INDEX({1}; {2})",
          "IN({1})",
          "fromstream({1})",
          "{1}[{2}]?",
          "{1}[{2}:{3}]?",
          "limit({1}; {2})",
          "[.[]? | {1}]",
          "({1} | tojson | fromjson)");

  @Provide
  Arbitrary<String> programs() {
    return Arbitraries.recursive(
        () -> Arbitraries.of(LEAVES),
        inner ->
            Combinators.combine(Arbitraries.of(BRANCHES), inner, inner, inner)
                .as(
                    (branch, first, second, third) ->
                        branch.replace("{1}", first).replace("{2}", second).replace("{3}", third)),
        0,
        4);
  }

  @Provide
  Arbitrary<String> inputs() {
    return Arbitraries.of(VALUES);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars(".[](){}|,:;$@\"\\?/=+-*%<>#'& \n")
        .withChars("abcdefinorstx01")
        .ofMaxLength(24);
  }

  @Property(tries = 500)
  void programsEndWithinTheirLimits(
      @ForAll("programs") String program, @ForAll("inputs") String input) {
    long start = System.nanoTime();
    attempt(program, input);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Property(tries = 2000)
  void anyTextCompilesOrIsRefused(@ForAll("texts") String text) {
    assertThat(attempt(text, "null")).isNotNull();
  }

  /** The outputs, or the message when there are none. */
  static String attempt(String program, String input) {
    try {
      return Programs.run(program, input, SMALL);
    } catch (JqSyntaxException | JqException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
