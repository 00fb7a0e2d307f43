package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DotEnvTest {
  @TempDir Path directory;

  private final List<Problem> warnings = new ArrayList<>();

  private Map<String, String> read(String text) throws IOException {
    return DotEnv.read(Files.writeString(directory.resolve(".env"), text), warnings);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "A=b | b",
        "  export A = b   | b",
        "A='b # c' # d | b # c",
        "A=\"b \\\"c\\\" d\" | b \"c\" d",
        "A=\"b\\nc\" | `b\nc`",
        "A=b#c # d | b#c",
        "A={\"type\": \"ONCE\"} | {\"type\": \"ONCE\"}",
        "A=a=b | a=b",
        "A=# nothing | ``",
        "A= | ``",
      })
  void readsAnAssignment(String line, String value) throws IOException {
    assertThat(read(line)).containsExactly(Map.entry("A", value));
    assertThat(warnings).isEmpty();
  }

  @Test
  void skipsCommentsAndTellsOfLinesThatAreNoAssignment() throws IOException {
    assertThat(read("# A=1\n\nsecret text\nB=2")).containsExactly(Map.entry("B", "2"));
    assertThat(warnings)
        .containsExactly(
            new Problem(".env", "is no assignment and was left out", "NAME=value", 3, 1));
  }

  @Test
  void aMissingFileHoldsNothing() {
    assertThat(DotEnv.read(directory.resolve("none"), warnings)).isEmpty();
  }
}
