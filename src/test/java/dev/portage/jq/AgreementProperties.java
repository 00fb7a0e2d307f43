package dev.portage.jq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Random programs give what the jq program gives, where one is installed. */
class AgreementProperties {
  /** What jq 1.6 and 1.8 do alike; 1.6 lets a try catch errors from outside, hence the arrays. */
  private static final List<String> LEAVES =
      List.of(
          ".",
          ".a",
          ".a.b?",
          ".[0]?",
          ".[1:]?",
          "..",
          ".[]?",
          "null",
          "1",
          "2",
          "\"ab\"",
          "[]",
          "{}",
          "empty",
          "[length?]",
          "[keys?]",
          "[add?]",
          "tojson",
          "type",
          "not",
          "[paths]");

  private static final List<String> BRANCHES =
      List.of(
          "({1} | {2})",
          "({1}, {2})",
          "[({1} + {2})?]",
          "[({1} - {2})?]",
          "({1} == {2})",
          "({1} < {2})",
          "({1} and {2})",
          "({1} or {2})",
          "[{1} // {2}]",
          "[{1}]",
          "{a: {1}, \"b\": {2}}",
          "\"x\\({1})y\"",
          "[try ({1}) catch \"caught\"]",
          "[({1})?]",
          "(if {1} then {2} else {3} end)",
          "[reduce ({1}) as $x (0; [., $x])]",
          "[foreach ({1}) as $x (0; [., $x])]",
          "(({1}) as $x | [$x, {2}])",
          "[(.a? |= {1})?]",
          "[path(..)]",
          "[del(.a?)?]",
          "select({1})",
          "[.[]? | {1}]",
          "[first({1})]",
          "[limit(2; {1})]",
          "[(sort_by({1}))?]",
          "[(group_by({1}))?]",
          "[(unique)?]",
          "[(flatten)?]",
          "[(to_entries)?]",
          "[(with_entries(.value |= {1}))?]",
          "[(join(\"-\"))?]",
          "[(test(\"a|b\"))?]",
          "[(split(\"b\"))?]",
          "[(has(\"a\"))?]",
          "[(tostring)?]");

  @Provide
  Arbitrary<String> programs() {
    return Arbitraries.recursive(
        () -> Arbitraries.of(LEAVES),
        inner ->
            Combinators.combine(Arbitraries.of(BRANCHES), inner, inner, inner)
                .as(
                    (branch, first, second, third) ->
                        branch.replace("{1}", first).replace("{2}", second).replace("{3}", third)),
        1,
        3);
  }

  @Provide
  Arbitrary<String> inputs() {
    return Arbitraries.of(JqProperties.VALUES);
  }

  @AddLifecycleHook(WhereJqIsInstalled.class)
  @Property(tries = 60)
  void agreesWithTheJqProgram(@ForAll("programs") String program, @ForAll("inputs") String input)
      throws Exception {
    String theirs = Installed.run(program, input);
    if (!theirs.startsWith("failed")) {
      assertThat(JqProperties.attempt("[" + program + "]", input)).as(program).isEqualTo(theirs);
    }
  }

  /** Reports the property as skipped elsewhere; an assumption would count as a failure in jqwik. */
  static final class WhereJqIsInstalled implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
      return Installed.JQ ? SkipResult.doNotSkip() : SkipResult.skip("jq is not installed");
    }
  }

  /** The jq program, where there is one. */
  private static final class Installed {
    static final boolean JQ = exists();

    private static boolean exists() {
      try {
        return new ProcessBuilder("jq", "--version").start().waitFor() == 0;
      } catch (IOException e) {
        return false;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }

    static String run(String program, String input) throws IOException, InterruptedException {
      Process process =
          new ProcessBuilder("jq", "-nc", "--argjson", "in", input, "$in | [" + program + "]")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] output = process.getInputStream().readAllBytes();
      boolean ended = process.waitFor(5, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0
          ? new String(output, StandardCharsets.UTF_8).strip()
          : "failed";
    }
  }
}
