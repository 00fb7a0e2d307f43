package dev.portage.reconcile.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Fingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A store that fails is replaced by memory, and nobody fails with it. */
class StateTest {
  private static final String OWNER = "owner";

  private final MemoryStore memory = new MemoryStore();
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  /** Does what a memory does until the disk is full. */
  private final class FullDisk implements StateStore {
    private final int room;
    private int written;

    FullDisk(int room) {
      this.room = room;
      opened.incrementAndGet();
    }

    @Override
    public Optional<Memory> memory(String owner) {
      return memory.memory(owner);
    }

    @Override
    public void read(UUID run, Memory.Part list, Reader reader) {
      memory.read(run, list, reader);
    }

    @Override
    public void forget(String owner) {
      memory.forget(owner);
    }

    @Override
    public void append(String owner, UUID run, Memory.Part list, List<Fingerprint> part) {
      if (++written > room) {
        throw new StateException("disk: is full", null);
      }
      memory.append(owner, run, list, part);
    }

    @Override
    public void complete(String owner, Memory run) {
      memory.complete(owner, run);
    }

    @Override
    public void record(String owner, PastRun run) {
      memory.record(owner, run);
    }

    @Override
    public List<PastRun> runs(String owner, int most) {
      return memory.runs(owner, most);
    }

    @Override
    public String place() {
      return "disk";
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  @Test
  void isOpenedWhenItIsNeededAndOnce() {
    try (State state = new State(() -> new FullDisk(9))) {
      assertThat(opened).hasValue(0);
      assertThat(state.ask(store -> store.memory(OWNER), Optional.empty())).isEmpty();
      assertThat(state.write(store -> store.record(OWNER, StateStoreContract.run(1)))).isTrue();
    }

    assertThat(opened).hasValue(1);
    assertThat(closed).hasValue(1);
  }

  @Test
  void isNotOpenedToBeClosed() {
    new State(() -> new FullDisk(9)).close();

    assertThat(opened).hasValue(0);
  }

  @Test
  void whatCannotBeOpenedIsMemory() {
    State state =
        new State(
            () -> {
              throw new StateException("folder: cannot be written", null);
            });

    assertThat(state.write(store -> store.record(OWNER, StateStoreContract.run(1)))).isTrue();

    assertThat(state.ask(store -> store.runs(OWNER, 9), List.of()))
        .containsExactly(StateStoreContract.run(1));
    assertThat(state.ask(StateStore::place, "")).isEqualTo("memory");
  }

  @Test
  void aRunInWhichTheDiskBecomesFullLeavesNothingAndTheNextOneWorks() {
    // Given
    State state = new State(() -> new FullDisk(1));
    Fingerprint rules = Fingerprint.of("rules", "");
    Instant noon = Instant.parse("2026-11-29T12:00:00Z");

    // When
    RunMemory run =
        RunMemory.begin(state, OWNER, UUID.randomUUID(), rules, noon, Duration.ofDays(1));
    for (int i = 0; i < 20_000; i++) {
      run.confirm(new EntityKey("b", "i" + i), rules);
    }
    run.complete(noon, any -> true, any -> false);

    // Then
    assertThat(closed).hasValue(1);
    assertThat(state.ask(store -> store.memory(OWNER), Optional.empty())).isEmpty();
    RunMemory next =
        RunMemory.begin(state, OWNER, UUID.randomUUID(), rules, noon, Duration.ofDays(1));
    assertThat(next.untouched()).isNull();
    next.complete(noon, any -> true, any -> false);
    assertThat(state.ask(store -> store.memory(OWNER), Optional.<Memory>empty())).isPresent();
  }
}
