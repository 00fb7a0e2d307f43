package dev.portage.reconcile.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed, or has no room on the disk, leaves a state that can be used. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
class StateKillTest {
  @TempDir Path directory;

  @AfterEach
  void nothingWasDamaged() {
    assertThat(directory.resolve("portage-state.damaged")).doesNotExist();
  }

  /** The run that is remembered, of which everything must be there. */
  private Optional<Memory> remembered() {
    try (StateStore store = new StateFile(directory).open()) {
      Optional<Memory> memory = store.memory(StateStoreContract.OWNER);
      memory.ifPresent(
          last ->
              assertThat(StateStoreContract.read(store, last.run(), Memory.Part.HELD))
                  .isEqualTo(StateWriter.held(last.run().getLeastSignificantBits())));
      return memory;
    }
  }

  @Test
  void killedAtAnyMoment() throws Exception {
    long seed = System.nanoTime();
    System.out.println("StateKillTest: seed " + seed);
    Random random = new Random(seed);
    complete(1_000_000);
    for (int round = 0; round < 4; round++) {
      // Given
      Process writer = StateProcess.start(directory, "", Redirect.DISCARD);

      // When
      Thread.sleep(200 + random.nextInt(800));
      writer.destroyForcibly().waitFor();

      // Then
      assertThat(remembered()).as("seed %d, round %d", seed, round).isPresent();
    }
  }

  private void complete(long run) {
    try (StateStore store = new StateFile(directory).open()) {
      UUID id = new UUID(1, run);
      store.append(StateStoreContract.OWNER, id, Memory.Part.HELD, StateWriter.held(run));
      store.complete(StateStoreContract.OWNER, StateStoreContract.memory(id));
    }
  }

  @Test
  void withoutRoomForMore() throws Exception {
    // Given: a shell that allows no file of more than two megabytes, in blocks of 512 bytes.
    Path said = directory.resolve("said");

    // When
    Process writer = StateProcess.start(directory, "ulimit -f 4096; ", Redirect.to(said.toFile()));
    writer.waitFor();

    // Then
    assertThat(Files.readString(said)).contains("StateException: " + directory);
    assertThat(remembered()).isPresent();
  }
}
