package dev.portage.cli.progress;

import dev.portage.route.watch.Watch;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Draws five times a second; gives the terminal back at its end, also when the process ends before.
 */
final class Drawing {
  private static final Logger LOG = LoggerFactory.getLogger(Drawing.class);
  private static final long REDRAW_MILLIS = 200;
  private static final Duration MEASURE = Duration.ofSeconds(3);

  private final Watch watch;
  private final Map<String, String> environment;
  private final Charset charset = Terminal.charset();
  private final PrintStream terminal = System.err;
  private final LiveScreen screen = new LiveScreen(terminal, charset);
  private final Thread thread = new Thread(this::draw, "progress");
  private final Thread atExit = new Thread(this::restore, "progress-end");
  private Optional<int[]> size;
  private Instant measured = Instant.now();

  Drawing(Watch watch, Map<String, String> environment, Optional<int[]> size) {
    this.watch = watch;
    this.environment = environment;
    this.size = size;
  }

  void start() {
    try {
      Runtime.getRuntime().addShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.debug("The process ends before anything is drawn", e);
      return;
    }
    System.setErr(new PrintStream(screen, true, charset));
    thread.setDaemon(true);
    thread.start();
  }

  private void draw() {
    try {
      while (!thread.isInterrupted()) {
        Instant now = Instant.now();
        measure(now);
        screen.draw(
            new ProgressBlock(watch.process(), watch.kinds(), now)
                .lines(Terminal.screen(size, environment, charset)));
        Thread.sleep(REDRAW_MILLIS);
      }
    } catch (InterruptedException e) {
      LOG.trace("Nothing is drawn any more", e);
    } catch (RuntimeException e) {
      restore();
      LOG.warn("Progress is not shown any more: {}", e.toString());
    }
  }

  /** Windows are made larger and smaller. */
  private void measure(Instant now) {
    if (Duration.between(measured, now).compareTo(MEASURE) > 0) {
      size = Terminal.size();
      measured = now;
    }
  }

  private void restore() {
    screen.close();
    System.setErr(terminal);
  }

  /** Takes away what is drawn. */
  void close() {
    thread.interrupt();
    restore();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      LOG.trace("The process is ending", e);
    }
  }
}
