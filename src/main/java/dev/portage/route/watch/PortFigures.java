package dev.portage.route.watch;

import dev.portage.sink.KindMetrics;
import dev.portage.sink.SyncState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that Port is told of a run (contract, section 4.12), for whoever asks here. Safe to
 * share between threads.
 */
public final class PortFigures {
  private final Map<String, KindMetrics> ended = new LinkedHashMap<>();
  private @Nullable Function<@Nullable SyncState, List<KindMetrics>> going;
  private boolean partial;

  /**
   * A run begins.
   *
   * @param figures what there is to tell of it: given null while it goes on, else how it ended; it
   *     is let go of at the end
   * @param some whether only some kinds run, so that the others keep their numbers
   */
  public synchronized void begins(
      Function<@Nullable SyncState, List<KindMetrics>> figures, boolean some) {
    going = figures;
    partial = some;
  }

  /** That run is over. */
  synchronized void ends(SyncState state) {
    Function<@Nullable SyncState, List<KindMetrics>> over = going;
    if (over == null) {
      return;
    }
    going = null;
    if (!partial) {
      ended.clear();
    }
    over.apply(state).forEach(kind -> ended.put(kind.kind().identifier(), kind));
  }

  /** Of the run that is going on, and of kinds that do not belong to it; else of the last one. */
  public synchronized List<KindMetrics> now() {
    Function<@Nullable SyncState, List<KindMetrics>> run = going;
    if (run == null) {
      return List.copyOf(ended.values());
    }
    Map<String, KindMetrics> all = new LinkedHashMap<>(partial ? ended : Map.of());
    run.apply(null).forEach(kind -> all.put(kind.kind().identifier(), kind));
    return List.copyOf(all.values());
  }
}
