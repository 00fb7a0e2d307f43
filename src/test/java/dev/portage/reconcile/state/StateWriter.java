package dev.portage.reconcile.state;

import dev.portage.catalog.Fingerprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A process that does nothing but to complete one run after another, until somebody ends it. */
public final class StateWriter {
  private static final int PARTS = 4;

  private StateWriter() {}

  private static List<Fingerprint> part(long run, int part) {
    return StateStoreContract.prints(run + "-" + part + "-", 2_500);
  }

  /** What a run has written. */
  static List<Fingerprint> held(long run) {
    List<Fingerprint> all = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      all.addAll(part(run, part));
    }
    return all;
  }

  /** Writes into the folder that is the only argument. */
  public static void main(String[] args) {
    try (StateStore store = new StateFile(Path.of(args[0])).open()) {
      System.out.println("open");
      for (int n = 0; n < 10_000; n++) {
        UUID run = new UUID(1, n);
        for (int part = 0; part < PARTS; part++) {
          store.append(StateStoreContract.OWNER, run, Memory.Part.HELD, part(n, part));
        }
        store.complete(StateStoreContract.OWNER, StateStoreContract.memory(run));
        store.record(StateStoreContract.OWNER, StateStoreContract.run((int) System.nanoTime()));
      }
    }
  }
}
