package dev.portage.reconcile.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.catalog.Fingerprint;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store must do; each has a class that says how one is opened. */
abstract class StateStoreContract {
  static final String OWNER = new Owner("https://port.example", "org", "custom", "a").key();
  static final String OTHER = new Owner("https://port.example", "org", "custom", "b").key();

  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00.123456Z");

  /** An empty store. */
  abstract StateStore open() throws Exception;

  static Fingerprint print(String name) {
    return Fingerprint.of("test", name);
  }

  static List<Fingerprint> prints(String name, int many) {
    return IntStream.range(0, many).mapToObj(i -> print(name + i)).toList();
  }

  static Memory memory(UUID run) {
    return new Memory(
        run,
        NOON,
        NOON.minusSeconds(60),
        print("rules"),
        Map.of("service", print("service"), "team", print("team")));
  }

  static List<Fingerprint> read(StateStore store, UUID run, Memory.Part list) {
    List<Fingerprint> all = new ArrayList<>();
    store.read(run, list, all::addAll);
    return all;
  }

  static PastRun run(int number) {
    KindCounts counts = new KindCounts(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, number);
    return new PastRun(
        new UUID(7, number),
        NOON.plusSeconds(number),
        NOON.plusSeconds(number).plusMillis(1),
        "incomplete",
        "because of " + number,
        number % 2 == 0,
        number,
        2L * number,
        List.of(
            new PastRun.PastKind(0, "/users", RunState.COMPLETE, counts),
            new PastRun.PastKind(1, "/teams", RunState.INCOMPLETE, counts)));
  }

  @Test
  void thereIsNothingAtFirst() throws Exception {
    try (StateStore store = open()) {
      assertThat(store.memory(OWNER)).isEmpty();
      assertThat(store.runs(OWNER, 10)).isEmpty();
      assertThat(read(store, UUID.randomUUID(), Memory.Part.HELD)).isEmpty();
      assertThat(store.place()).isNotEmpty();
    }
  }

  @Test
  void aRunThatCameToItsEndIsRemembered() throws Exception {
    try (StateStore store = open()) {
      // Given
      UUID run = UUID.randomUUID();
      store.append(OWNER, run, Memory.Part.HELD, prints("a", 5_000));
      store.append(OWNER, run, Memory.Part.HELD, prints("b", 3));
      store.append(OWNER, run, Memory.Part.DOUBTFUL, prints("c", 1));

      // When
      store.complete(OWNER, memory(run));

      // Then
      assertThat(store.memory(OWNER)).contains(memory(run));
      List<Fingerprint> held = new ArrayList<>(prints("a", 5_000));
      held.addAll(prints("b", 3));
      assertThat(read(store, run, Memory.Part.HELD)).isEqualTo(held);
      assertThat(read(store, run, Memory.Part.DOUBTFUL)).isEqualTo(prints("c", 1));
    }
  }

  @Test
  void aRunThatDidNotComeToItsEndIsNoMemory() throws Exception {
    try (StateStore store = open()) {
      // Given
      UUID complete = UUID.randomUUID();
      store.append(OWNER, complete, Memory.Part.HELD, prints("a", 2));
      store.complete(OWNER, memory(complete));

      // When
      UUID killed = UUID.randomUUID();
      store.append(OWNER, killed, Memory.Part.HELD, prints("b", 2));

      // Then
      assertThat(store.memory(OWNER)).contains(memory(complete));
      assertThat(read(store, complete, Memory.Part.HELD)).isEqualTo(prints("a", 2));
    }
  }

  @Test
  void whatIsCompleteReplacesEverythingBefore() throws Exception {
    try (StateStore store = open()) {
      // Given
      UUID first = UUID.randomUUID();
      store.append(OWNER, first, Memory.Part.HELD, prints("a", 2));
      store.complete(OWNER, memory(first));
      UUID killed = UUID.randomUUID();
      store.append(OWNER, killed, Memory.Part.HELD, prints("b", 2));

      // When
      UUID second = UUID.randomUUID();
      store.append(OWNER, second, Memory.Part.HELD, prints("c", 2));
      store.complete(OWNER, memory(second));

      // Then
      assertThat(store.memory(OWNER)).contains(memory(second));
      assertThat(read(store, second, Memory.Part.HELD)).isEqualTo(prints("c", 2));
      assertThat(read(store, first, Memory.Part.HELD)).isEmpty();
      assertThat(read(store, killed, Memory.Part.HELD)).isEmpty();
    }
  }

  @Test
  void whatIsForgottenIsGoneButNotItsRunsAndNotWhatBelongsToOthers() throws Exception {
    try (StateStore store = open()) {
      // Given
      UUID ours = UUID.randomUUID();
      UUID theirs = UUID.randomUUID();
      store.append(OWNER, ours, Memory.Part.HELD, prints("a", 2));
      store.complete(OWNER, memory(ours));
      store.record(OWNER, run(1));
      store.append(OTHER, theirs, Memory.Part.HELD, prints("b", 2));
      store.complete(OTHER, memory(theirs));

      // When
      store.forget(OWNER);

      // Then
      assertThat(store.memory(OWNER)).isEmpty();
      assertThat(read(store, ours, Memory.Part.HELD)).isEmpty();
      assertThat(store.runs(OWNER, 10)).containsExactly(run(1));
      assertThat(store.memory(OTHER)).contains(memory(theirs));
      assertThat(read(store, theirs, Memory.Part.HELD)).isEqualTo(prints("b", 2));
    }
  }

  @Test
  void theHistoryHoldsTheLastRuns() throws Exception {
    try (StateStore store = open()) {
      // Given
      store.record(OTHER, run(1_000));

      // When
      for (int number = 0; number < StateStore.RUNS_KEPT + 5; number++) {
        store.record(OWNER, run(number));
      }

      // Then
      List<PastRun> runs = store.runs(OWNER, 1_000);
      assertThat(runs).hasSize(StateStore.RUNS_KEPT);
      assertThat(runs.get(0)).isEqualTo(run(StateStore.RUNS_KEPT + 4));
      assertThat(runs.get(StateStore.RUNS_KEPT - 1)).isEqualTo(run(5));
      assertThat(store.runs(OWNER, 2))
          .containsExactly(run(StateStore.RUNS_KEPT + 4), run(StateStore.RUNS_KEPT + 3));
      assertThat(store.runs(OTHER, 10)).containsExactly(run(1_000));
    }
  }

  @Test
  void manyThreadsWriteAtOnce() throws Exception {
    try (StateStore store = open()) {
      // Given
      UUID run = UUID.randomUUID();
      ExecutorService threads = Executors.newFixedThreadPool(8);

      // When
      List<Future<?>> writes = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        List<Fingerprint> part = prints("part" + i + "-", 10);
        writes.add(threads.submit(() -> store.append(OWNER, run, Memory.Part.HELD, part)));
      }
      for (Future<?> write : writes) {
        write.get();
      }
      threads.shutdown();
      store.complete(OWNER, memory(run));

      // Then
      assertThat(read(store, run, Memory.Part.HELD)).hasSize(640).doesNotHaveDuplicates();
    }
  }
}
