package dev.portage.reconcile.state;

import dev.portage.catalog.Fingerprint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A store that lasts as long as the process. */
public final class MemoryStore implements StateStore {
  private final Map<String, Memory> memories = new HashMap<>();
  private final Map<UUID, Lists> lists = new HashMap<>();
  private final Map<String, Deque<PastRun>> runs = new HashMap<>();

  /** What a run has written. */
  private record Lists(String owner, Map<Memory.Part, List<byte[]>> parts) {}

  @Override
  public synchronized Optional<Memory> memory(String owner) {
    return Optional.ofNullable(memories.get(owner));
  }

  @Override
  public void read(UUID run, Memory.Part list, Reader reader) {
    written(run, list).forEach(part -> reader.take(Packed.unpack(part)));
  }

  private synchronized List<byte[]> written(UUID run, Memory.Part list) {
    Lists written = lists.get(run);
    return written == null ? List.of() : List.copyOf(written.parts.getOrDefault(list, List.of()));
  }

  @Override
  public synchronized void forget(String owner) {
    memories.remove(owner);
    lists.values().removeIf(written -> written.owner.equals(owner));
  }

  @Override
  public synchronized void append(
      String owner, UUID run, Memory.Part list, List<Fingerprint> part) {
    lists
        .computeIfAbsent(run, any -> new Lists(owner, new HashMap<>()))
        .parts
        .computeIfAbsent(list, any -> new ArrayList<>())
        .add(Packed.pack(part));
  }

  @Override
  public synchronized void complete(String owner, Memory memory) {
    memories.put(owner, memory);
    lists
        .entrySet()
        .removeIf(
            written ->
                written.getValue().owner.equals(owner) && !written.getKey().equals(memory.run()));
  }

  @Override
  public synchronized void record(String owner, PastRun run) {
    Deque<PastRun> all = runs.computeIfAbsent(owner, any -> new ArrayDeque<>());
    all.addFirst(run);
    while (all.size() > RUNS_KEPT) {
      all.removeLast();
    }
  }

  @Override
  public synchronized List<PastRun> runs(String owner, int most) {
    return runs.getOrDefault(owner, new ArrayDeque<>()).stream().limit(most).toList();
  }

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public void close() {
    // Nothing is kept.
  }
}
