package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class JqCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private @TempDir Path folder;

  private int run(String input, String... arguments) {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return new CommandLine(new JqCommand(new ByteArrayInputStream(bytes)))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  @Test
  void printsEveryOutputOfEveryInput() {
    assertThat(run("{\"a\":[1,2]} {\"a\":[3]}", "-c", ".a[]")).isZero();
    assertThat(out).hasToString("1\n2\n3\n");
  }

  @Test
  void printsLikeJq() {
    run("{\"a\":[1,{}],\"b\":[],\"c\":1.50}", ".");
    assertThat(out)
        .hasToString(
            """
            {
              "a": [
                1,
                {}
              ],
              "b": [],
              "c": 1.50
            }
            """);
  }

  @Test
  void knowsTheUsualOptions() {
    assertThat(run("", "-n", "-r", "--arg", "who", "Ada", "\"hello \\($who)\"")).isZero();
    assertThat(run("1 2", "-s", "-c", "--argjson", "n", "[3]", ". + $n")).isZero();
    assertThat(out).hasToString("hello Ada\n[1,2,3]\n");
  }

  @Test
  void readsFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "12345678901234567890");
    assertThat(run("", ".", file.toString())).isZero();
    assertThat(out).hasToString("12345678901234567890\n");
  }

  @Test
  void aRunTimeErrorIsFive() {
    assertThat(run("1 [2]", "-c", ".[0]")).isEqualTo(5);
    assertThat(out).hasToString("2\n");
    assertThat(err).hasToString("jq: error: Cannot index number with number (0)\n");
  }

  @Test
  void aProgramThatDoesNotCompileIsThree() {
    assertThat(run("1", ".a ==")).isEqualTo(3);
    assertThat(err.toString()).contains("line 1, column 6").contains("^");
  }

  @Test
  void wrongInputIsTwo() {
    assertThat(run("{", ".")).isEqualTo(2);
    assertThat(run("1", ".", folder.resolve("none.json").toString())).isEqualTo(2);
    assertThat(run("1")).isEqualTo(2);
    assertThat(err.toString()).contains("input is no JSON", "none.json", "PROGRAM");
  }

  @Test
  void runsJqsOwnTests() throws IOException {
    Path tests =
        Files.writeString(folder.resolve("a.test"), ".a\n{\"a\":1}\n1\n\n.b\n{}\n2\n\n.c\n{}\n3\n");
    Path skip = Files.writeString(folder.resolve("skip"), "no reason\t.c\n");
    int code = run("", "--run-tests", tests.toString(), "--skip", skip.toString());
    assertThat(code).isEqualTo(1);
    assertThat(out.toString())
        .contains("line 5: .b", "expected [2] but gave [null]", "1 passed, 1 failed, 1 skipped");
  }
}
