package dev.portage.jq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jq's own tests do not say, or say too rarely for what mappings rely on. */
class LanguageTest {
  private static final String INPUT = "{\"a\":[1,2,{\"b\":3}],\"s\":\"abc\",\"n\":null,\"f\":2.5}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        // regressions that other engines had
        "0 | strftime(\"%Y-%m-%d\") ¦ \"1970-01-01\"",
        "[infinite, -infinite, nan] | tojson"
            + " ¦ \"[1.7976931348623157e+308,-1.7976931348623157e+308,null]\"",
        "3.0 | tostring ¦ \"3.0\"",
        "6.0 / 2 | tostring ¦ \"3\"",
        "\"\" | gsub(\"\"; \"x\") ¦ \"x\"",
        "\"ab\" | gsub(\"\"; \"x\") ¦ \"xaxbx\"",
        "\"a\" | gsub(\"^\"; \"\"; \"g\") ¦ \"a\"",
        "\"qux\" | gsub(\"(?=u)\"; \"x\") ¦ \"qxux\"",
        "\"😀b\" | gsub(\"\"; \"-\") ¦ \"-😀-b-\"",
        // paths and alternatives
        ".a[2].b?//\"x\" ¦ 3",
        ".s.x? // \"none\" ¦ \"none\"",
        ".x.y.z ¦ null",
        "[.s.x?, (.s.x.y??)] ¦ []",
        "try .s.x.y? catch \"only the last step is lenient\" ¦ \"only the last step is lenient\"",
        "[.s.x?.y, .s[\"x\", \"y\"]?, .s[]?, .f[1:]?] ¦ []",
        "[null, {}] | map(has(\"x\")) ¦ [false,false]",
        "[.a[] | .b?] ¦ [3]",
        ".a | (.[0], .[-1].b) |= . + 1 ¦ [2,2,{\"b\":4}]",
        ".a | .[1:] = [] ¦ [1]",
        ".a[5] = 0 | .a | length ¦ 6",
        "[paths(type == \"number\")] | length ¦ 4",
        "{s, \"n\", \"k\\(1)\": 2, (\"x\" + \"y\"): 3, @base64 \"z\": 4, $__loc__}"
            + " ¦ {\"s\":\"abc\",\"n\":null,\"k1\":2,\"xy\":3,\"z\":4,"
            + "\"__loc__\":{\"file\":\"<top-level>\",\"line\":1}}",
        "[{a: (1, 2), b: (3, 4)} | \"\\(.a)\\(.b)\"] ¦ [\"13\",\"14\",\"23\",\"24\"]",
        "[(1, 2) + (10, 20)] ¦ [11,12,21,22]",
        // control
        "[limit(3; repeat(1))] ¦ [1,1,1]",
        "[.[]?, 1 | numbers] ¦ [2.5,1]",
        "first(.a[] | select(. > 1)) ¦ 2",
        "[label $f | .a[] | ., (select(. == 2) | break $f)] ¦ [1,2]",
        "[label $f | [1, break $f], 2] ¦ []",
        "label $a | label $b | 1, break $a, 2 ¦ 1",
        "try error({code: 5}) catch .code ¦ 5",
        "try error(null) catch . ¦ null",
        "[.a[] | try (if . == 1 then error(\"x\") else . end) catch \"c\"] ¦ [\"c\",2,{\"b\":3}]",
        "try (try error(\"x\") catch error(\"y\")) catch . ¦ \"y\"",
        "[0 | recurse(if . < 3 then . + 1 else error(\"e\") end)?] ¦ [0,1,2,3]",
        "0 | [recurse(if . < 3 then . + 1 else empty end)] ¦ [0,1,2,3]",
        "def f($x; g): $x + g; f(1; 2, 3) ¦ 3 4",
        "def f(x): def g: x; g | g; 3 | f(. + 1) ¦ 5",
        "[recurse(.a?; . != null) | type] ¦ [\"object\",\"array\"]",
        "[1, 2 | recurse((. as $x | select($x < 3) | $x + 1), empty)] ¦ [1,2,3,2,3]",
        "[1 | recurse(. as $x | if $x < 3 then ($x + 1, $x + 1) else empty end)]"
            + " ¦ [1,2,3,3,2,3,3]",
        "reduce empty as $x (0; 1) ¦ 0",
        "reduce (1, 2) as $x (0; empty) ¦ null",
        "[foreach (1, 2, 3) as $x (0; if $x == 2 then empty else . + $x end)] ¦ [1,3]",
        ". as {a: [$x, $y]} | $x + $y ¦ 3",
        ".a as [$x] ?// {$x} | $x ¦ 1",
        "[.[] as [$x] ?// $x | $x] | length ¦ 4",
        // numbers
        "100000000000000000000 ¦ 100000000000000000000",
        "[12345678901234567890, 12345678901234567891] | .[0] == .[1] ¦ false",
        "0.1 + 0.2 ¦ 0.30000000000000004",
        "1e17 + 1 | tostring ¦ \"1e+17\"",
        "[1e-5 * 1, 123456789 * 1000000000, 5 % 3, -5 % 3, 5 % -3]"
            + " ¦ [1e-05,123456789000000000,2,-2,2]",
        "[1, 1.0, 1.00] | unique ¦ [1]",
        "[.5, 5., 1e3] | map(. + 0) ¦ [0.5,5,1000]",
        "[nan] | sort ¦ [null]",
        "nan < nan, nan == nan, ([nan, 1] | max) ¦ true false 1",
        // formats and dates
        "[1, \"a\\tb\", null, true] | @csv, @tsv ¦ \"1,\\\"a\\tb\\\",,true\" \"1\\ta\\\\tb\\t\\ttrue\"",
        "@uri \"q=\\(\"a b/é\")\" ¦ \"q=a%20b%2F%C3%A9\"",
        "\"MFRGG===\" | @base32d ¦ \"abc\"",
        "1425599621 | todate, (gmtime | mktime), (localtime | type)"
            + " ¦ \"2015-03-05T23:53:41Z\" 1425599621 \"array\"",
        "\"10:20 PM, 7 Mar 99\" | strptime(\"%I:%M %p, %d %b %y\") | mktime | todate"
            + " ¦ \"1999-03-07T22:20:00Z\"",
        "1700000000 | strftime(\"%a %-d %e %j %U %W %V %G %s %% %Z %z\")"
            + " ¦ \"Tue 14 14 318 46 46 46 2023 1700000000 % UTC +0000\"",
        "\"2024-02-30\" | try (strptime(\"%Y-%m-%d\") | mktime | todate) catch \"wrong\""
            + " ¦ \"2024-03-01T00:00:00Z\"",
        "[\"x\" | strptime(\"%Y\")?] ¦ []",
        // regular expressions
        "\"a_b\" | capture(\"(?<x_1>a)_(?<y>b)\") ¦ {\"x_1\":\"a\",\"y\":\"b\"}",
        "\"aXbX\" | [match(\"x\"; \"gi\").offset] ¦ [1,3]",
        "\"foo bar\" | test(\"f o o\"; \"x\"), test(\"a{\"), test(\"[[:alpha:]]+\\\\h$\") ¦ true false false",
        "\"abab\" | [scan(\"(?<p>a)(b)\")], sub(\"(?<p>a)\"; \"<\\(.p)>\"; \"g\")"
            + " ¦ [[\"a\",\"b\"],[\"a\",\"b\"]] \"<a>b<a>b\"",
        "\"aa\" | test(\"^(?<q>a)\\\\k<q>$\") ¦ true",
        "[\"a1b22c\" | splits(\"[0-9]+\")] ¦ [\"a\",\"b\",\"c\"]",
        "\"Ünïcode\" | test(\"^\\\\w+$\"), test(\"ÜNÏ\"; \"i\"), ([match(\"\\\\p{L}\"; \"g\")] | length)"
            + " ¦ true true 7",
        // collections
        "[{\"name\": \"a\", \"value\": 1}, {\"k\": \"b\", \"v\": null}] | from_entries"
            + " ¦ {\"a\":1,\"b\":null}",
        "[3, 1, 2] | sort_by(-.), group_by(. > 1), min_by(-.), unique_by(. % 2)"
            + " ¦ [3,2,1] [[1],[3,2]] 3 [2,3]",
        "[[1, 2], [1]] | sort, transpose ¦ [[1],[1,2]] [[1,1],[2,null]]",
        "{\"b\": 1, \"a\": 2} | keys, keys_unsorted, to_entries[0].key ¦ [\"a\",\"b\"] [\"b\",\"a\"] \"b\"",
        "[tostream] | fromstream(.[]) == " + INPUT + " ¦ true",
        "[1, [2]] | getpath([1, 0]), ([paths] | length), (tojson | fromjson) ¦ 2 3 [1,[2]]",
      })
  void gives(String program, String outputs) {
    assertThat(Programs.run(program, INPUT)).isEqualTo(outputs);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      value = {
        ".s.a ¦ Cannot index string with string (\"a\")",
        ".a.b ¦ Cannot index array with string (\"b\")",
        ".a + 1 ¦ array ([1,2,{\"b\":3}]) and number (1) cannot be added",
        "{} - 1 ¦ object ({}) and number (1) cannot be subtracted",
        "1 / 0 ¦ number (1) and number (0) cannot be divided because the divisor is zero",
        ".n[] ¦ Cannot iterate over null (null)",
        ".s[] ¦ Cannot iterate over string (\"abc\")",
        ".s | tonumber ¦ string (\"abc\") cannot be parsed as a number",
        "\"a secret that is far too long to be shown\" | tonumber"
            + " ¦ string (\"a secret that is far too...\") cannot be parsed as a number",
        "[range(99)] | -. ¦ array ([0,1,2,3,4,5,6,7,8,9,10,1...]) cannot be negated",
        "error({code: 5}) ¦ (not a string): {\"code\":5}",
        "\"x\" | test(\"(\") ¦ ( (at offset 0) is not a valid regex: Unclosed group",
        "\"x\" | test(\"x\"; \"q\") ¦ q is not a valid modifier string",
        "input ¦ input: an expression has one input, which is .",
        "{(1, 2 | tostring): error(\"e\")} ¦ e",
        "\"x\" | fromdate ¦ date \"x\" does not match format \"%Y-%m-%dT%H:%M:%SZ\"",
      })
  void failsWith(String program, String message) {
    assertThatThrownBy(() -> Programs.run(program, INPUT))
        .isInstanceOf(JqException.class)
        .hasMessage(message);
  }

  @Test
  void numbersOfTheInputStayAsTheyAreWritten() {
    String numbers = "[9007199254740993,12345678901234567890123,1.10,-0.000001,1E+400]";
    assertThat(Programs.run(".", numbers)).isEqualTo(numbers);
    assertThat(Programs.run("map(tostring) | join(\" \")", numbers))
        .isEqualTo("\"9007199254740993 12345678901234567890123 1.10 -0.000001 1E+400\"");
  }

  @Test
  void resultsAreWrittenAsPlainJson() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    JqProgram program = JqProgram.compile("[1e17 + 1, 6 / 2, 1 / 4, nan, infinite, 1 * 1e30]");
    assertThat(mapper.writeValueAsString(program.first(MissingNode.getInstance())))
        .isEqualTo("[100000000000000000,3,0.25,null,1.7976931348623157e+308,1e+30]");
  }

  @Test
  void hugeExponentsCostNothing() {
    JqProgram program = JqProgram.compile("., . > 1, tojson, (. + 1 | isinfinite)");
    StringBuilder outputs = new StringBuilder();
    program.each(DecimalNode.valueOf(new BigDecimal("9E+999999999")), outputs::append);
    assertThat(outputs).hasToString("9E+999999999true\"9E+999999999\"true");
  }

  @Test
  void theEnvironmentIsWhatTheApplicationAllows() {
    JqOptions options = JqOptions.DEFAULT.withEnvironment(Map.of("REGION", "eu"));
    assertThat(Programs.run("$ENV.REGION, env.REGION, $ENV.PATH", "null", options))
        .isEqualTo("\"eu\" \"eu\" null");
    assertThat(Programs.run("env, $ENV", "null")).isEqualTo("{} {}");
  }

  @Test
  void namedVariablesAreGlobal() {
    JqOptions options = JqOptions.DEFAULT.withVariables(Map.of("x", Programs.json("[1]")));
    assertThat(Programs.run("def f: $x[0]; f + 1", "null", options)).isEqualTo("2");
  }

  @Test
  void appendingLeavesOlderArraysAlone() {
    String program =
        "reduce range(9) as $i ([]; . + [$i]) | . as $a | ($a + [1]) as $b | ($a + [2]) as $c"
            + " | ($b + [3]) as $d | [$a, $b, $c, $d] | map(.[8:])";
    assertThat(Programs.run(program, "null")).isEqualTo("[[8],[8,1],[8,2],[8,1,3]]");
  }

  @Test
  void manyThreadsShareAProgram() {
    JqProgram program =
        JqProgram.compile(
            ". as $n | reduce range(50) as $i ([]; . + [$n]) | unique | .[0] | tostring"
                + " | sub(\"(?<d>[0-9]+)\"; \"\\(.d)\")");
    List<String> wrong =
        IntStream.range(0, 20_000)
            .parallel()
            .filter(n -> !String.valueOf(n).equals(text(program.first(IntNode.valueOf(n)))))
            .mapToObj(String::valueOf)
            .toList();
    assertThat(wrong).isEmpty();
  }

  private static String text(@Nullable JsonNode node) {
    return node == null ? "" : node.textValue();
  }

  @Test
  void aProgramKnowsItsText() {
    assertThat(JqProgram.compile(".a").text()).isEqualTo(".a");
    assertThat(JqProgram.compile(".a")).hasToString(".a");
  }
}
