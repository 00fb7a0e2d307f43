package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.catalog.Fingerprint;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.RunState;
import dev.portage.reconcile.state.Memory;
import dev.portage.reconcile.state.PastRun;
import dev.portage.reconcile.state.StateException;
import dev.portage.reconcile.state.StateFile;
import dev.portage.reconcile.state.StateStore;
import dev.portage.route.write.MemorySteps;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads of the state. */
class StateCommandTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00.5Z");
  private static final UUID RUN = new UUID(7, 7);

  @TempDir Path directory;

  private Settings settings() {
    return SettingsReader.read(
        Map.of(
            "OCEAN__PORT__CLIENT_ID", "id",
            "OCEAN__PORT__CLIENT_SECRET", "secret",
            "OCEAN__INTEGRATION__IDENTIFIER", "my-api",
            "OCEAN__INTEGRATION__CONFIG__BASE_URL", "https://api.example.com"),
        directory,
        List.of());
  }

  private StateStore open() {
    return new StateFile(settings().run().state().directory()).open();
  }

  private List<String> printed() {
    StringWriter out = new StringWriter();
    StateCommand.print(settings(), 10, new PrintWriter(out, true));
    return out.toString().lines().toList();
  }

  private Path file() {
    return directory.resolve("data/portage-state.mv.db");
  }

  @Test
  void whereThereIsNoneNoneIsMade() {
    assertThat(printed()).containsExactly(file() + ": there is no state yet");
    assertThat(file()).doesNotExist();
  }

  @Test
  void theMemoryAndTheLastRunsArePrinted() {
    // Given
    String owner = MemorySteps.Keeping.ownerOf(settings()).key();
    try (StateStore store = open()) {
      KindCounts counts = new KindCounts(1, 1, 9, 1, 1, 0, 7, 3, 2, 1, 1, 0, 0);
      PastRun.PastKind kind = new PastRun.PastKind(0, "/users", RunState.INCOMPLETE, counts);
      store.record(
          owner,
          new PastRun(
              RUN, NOON, NOON.plusSeconds(61), "incomplete", "why", false, 2, 5, List.of(kind)));
      store.complete(owner, new Memory(RUN, NOON, NOON, Fingerprint.of("", ""), Map.of()));
    }

    // Then
    assertThat(printed())
        .containsExactly(
            file() + ", my-api",
            "Everything was compared with Port at 2026-11-29T12:00:00Z; run "
                + RUN
                + " is what the next one trusts",
            "began                 seconds  result      kinds       read     mapped    written"
                + "    trusted    deleted  reason",
            "2026-11-29T12:00:00Z       61  incomplete      1          9          7          3"
                + "          2          5  why");
  }

  @Test
  void whatNothingIsRememberedOfIsComparedNextTime() {
    open().close();

    assertThat(printed())
        .containsExactly(file() + ", my-api", "The next run compares everything with Port");
  }

  @Test
  void whatCannotBeOpenedIsSaid() throws IOException {
    Files.createDirectories(file());
    assertThat(new StateFile(directory.resolve("data")).isThere()).isFalse();

    assertThatThrownBy(this::open).isInstanceOf(StateException.class);
  }
}
