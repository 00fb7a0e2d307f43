package dev.portage.route;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Listens to what a class says in the log. */
final class Logged {
  private Logged() {}

  /** Level and message of each line that a class logs while something happens. */
  static List<String> by(Class<?> source, Callable<?> happens) throws Exception {
    return by(source.getName(), Level.INFO, happens);
  }

  /** The same for everything that is logged under a name, from a level on. */
  static List<String> by(String source, Level level, Callable<?> happens) throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger(source);
    Lines lines = new Lines();
    lines.setContext(logger.getLoggerContext());
    lines.start();
    Level before = logger.getLevel();
    logger.setLevel(level);
    logger.addAppender(lines);
    try {
      happens.call();
      return List.copyOf(lines.all);
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(before);
    }
  }

  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final List<String> all = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      all.add(event.getLevel() + " " + event.getFormattedMessage());
    }
  }
}
