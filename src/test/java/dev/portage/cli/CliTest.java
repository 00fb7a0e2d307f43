package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person types who looks around. */
class CliTest {

  @Test
  void theVersionIsOneLine() {
    Said said = say("--version");
    assertThat(said.code()).isZero();
    assertThat(said.out()).matches("portage \\S+\\R");
    assertThat(said.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void theHelpListsTheCommands(String asked) {
    Said said = say(asked);
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .startsWith("Usage: portage ")
        .contains("\n  run ", "\n  demo ", "\n  catalog ");
    assertThat(said.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "validate", "demo", "catalog", "state"})
  void everyCommandExplainsItself(String command) {
    Said said = say(command, "--help");
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("Usage: portage " + command + " ");
  }

  @ParameterizedTest
  @CsvSource({"portage, Settings of Portage", "mapping, Mapping of Portage"})
  void aSchemaIsPrintedForEditors(String name, String title) {
    Said said = say("schema", name);
    assertThat(said.code()).isZero();
    assertThat(said.out()).startsWith("{\n").endsWith("}\n").contains("\"title\" : \"" + title);
  }

  @Test
  void anUnknownSchemaIsAnsweredWithTheNames() {
    Said said = say("schema", "entity");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("'entity'", "portage", "mapping");
  }

  @Test
  void anUnknownCommandIsRefused() {
    Said said = say("bogus");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("'bogus'");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void anUnknownOptionIsAnsweredWithTheUsage() {
    Said said = say("--bogus");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("'--bogus'", "Usage: portage ");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void anUnknownOptionOfACommandIsAnsweredWithItsUsage() {
    Said said = say("run", "--twice");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("'--twice'", "Usage: portage run ");
  }

  @Test
  void aNumberThatIsNoneIsAnsweredWithTheUsage() {
    Said said = say("demo", "--catalog-port", "many");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err()).contains("--catalog-port", "many");
  }

  private record Said(int code, String out, String err) {}

  private static Said say(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream toOut = new ByteArrayOutputStream();
    ByteArrayOutputStream toErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(toOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(toErr, true, StandardCharsets.UTF_8));
      int code = Cli.execute(arguments);
      return new Said(
          code, toOut.toString(StandardCharsets.UTF_8), toErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
