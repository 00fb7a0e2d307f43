package dev.portage.reconcile.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest extends StateStoreContract {
  @TempDir Path directory;

  @Override
  StateStore open() {
    return new StateFile(directory).open();
  }

  private Path file() {
    return directory.resolve("portage-state.mv.db");
  }

  private Path damaged() {
    return directory.resolve("portage-state.damaged");
  }

  private UUID written() {
    UUID run = UUID.randomUUID();
    try (StateStore store = open()) {
      store.append(OWNER, run, Memory.Part.HELD, prints("a", 40_000));
      store.complete(OWNER, memory(run));
      store.record(OWNER, run(1));
    }
    return run;
  }

  @Test
  void aRestartFindsWhatWasWritten() {
    UUID run = written();

    try (StateStore store = open()) {
      assertThat(store.memory(OWNER)).contains(memory(run));
      assertThat(read(store, run, Memory.Part.HELD)).isEqualTo(prints("a", 40_000));
      assertThat(store.runs(OWNER, 10)).containsExactly(run(1));
      assertThat(store.place()).isEqualTo(file().toString());
    }
  }

  @Test
  void theFolderIsMade() {
    Path deep = directory.resolve("a/b");

    new StateFile(deep).open().close();

    assertThat(deep.resolve("portage-state.mv.db")).isRegularFile();
  }

  @Test
  void aFolderThatCannotBeMadeIsSaid() throws IOException {
    Path blocked = Files.writeString(directory.resolve("file"), "").resolve("state");

    assertThatThrownBy(() -> new StateFile(blocked).open())
        .isInstanceOf(StateException.class)
        .hasMessageStartingWith(blocked + ": cannot be made");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatAnotherProcessUsesIsLeftToIt() throws Exception {
    written();
    Process other = StateProcess.start(directory, "", Redirect.PIPE);
    try (var said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("open");

      assertThatThrownBy(this::open)
          .isInstanceOf(StateException.class)
          .hasMessage(file() + ": another process uses it");
    } finally {
      other.destroyForcibly().waitFor();
    }
    assertThat(damaged()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "zeros", "header", "everywhere"})
  void aDamagedFileIsMovedAside(String damage) throws IOException {
    // Given
    UUID run = written();
    byte[] content = Files.readAllBytes(file());
    Files.write(file(), damaged(damage, content));

    // When
    try (StateStore store = open()) {
      // Then
      assertThat(damaged()).isRegularFile();
      assertThat(store.memory(OWNER)).isEmpty();
      store.append(OWNER, run, Memory.Part.HELD, prints("b", 2));
      store.complete(OWNER, memory(run));
    }
    try (StateStore again = open()) {
      assertThat(read(again, run, Memory.Part.HELD)).isEqualTo(prints("b", 2));
    }
  }

  private static byte[] damaged(String damage, byte[] content) {
    switch (damage) {
      case "text" -> {
        return "no database".repeat(2_000).getBytes(StandardCharsets.US_ASCII);
      }
      case "zeros" -> Arrays.fill(content, (byte) 0);
      case "header" -> Arrays.fill(content, 0, 8192, (byte) 7);
      default -> {
        for (int i = 0; i < content.length; i += 5) {
          content[i] ^= 0x55;
        }
      }
    }
    return content;
  }

  @Test
  void aFileOfALaterVersionIsLeftAlone() throws Exception {
    // Given
    written();
    String url = "jdbc:h2:file:" + directory.resolve("portage-state");
    try (Connection later = DriverManager.getConnection(url, "sa", "")) {
      later.createStatement().execute("update \"flyway_schema_history\" set \"version\" = '99'");
    }

    // Then
    assertThatThrownBy(this::open)
        .isInstanceOf(StateException.class)
        .hasMessage(
            file()
                + ": its tables are of version 99; expected 1 at most, as a later Portage has"
                + " written it");
    assertThat(file()).isRegularFile();
    assertThat(damaged()).doesNotExist();
  }

  @Test
  void thereAreAsManyMigrationsAsTheCodeKnows() throws IOException, URISyntaxException {
    URL folder =
        Objects.requireNonNull(Migrations.class.getClassLoader().getResource(Migrations.FOLDER));
    try (var files = Files.list(Path.of(folder.toURI()))) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("V")))
          .hasSize(Migrations.LATEST);
    }
  }
}
