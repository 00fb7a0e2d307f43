package dev.portage.cli.progress;

import dev.portage.route.watch.Watch;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Live progress on standard error: what a {@link Watch} shows, below the log. */
public final class LiveProgress {
  private LiveProgress() {}

  /**
   * Does something, and shows meanwhile how far it is, where that may be shown. Afterwards the
   * terminal is as it was.
   *
   * @param terminal whether standard output is a terminal; standard error is looked at here
   * @return what the task gives
   * @throws Exception what the task throws
   */
  public static <T> T during(ProgressMode mode, boolean terminal, Watch watch, Callable<T> task)
      throws Exception {
    Map<String, String> environment = System.getenv();
    // Whether the terminal is large, or one at all, is asked only where it matters: it takes a
    // process.
    Optional<int[]> size = mode.isShown(terminal, environment) ? Terminal.size() : Optional.empty();
    if (!mode.isShown(terminal && size.isPresent(), environment)) {
      return task.call();
    }
    Drawing drawing = new Drawing(watch, environment, size);
    drawing.start();
    try {
      return task.call();
    } finally {
      drawing.close();
    }
  }
}
