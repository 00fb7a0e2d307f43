package dev.portage.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.portage.http.Masker;
import dev.portage.route.status.LogBuffer;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** Sets up the log: one line an event on standard error, every known secret hidden in it. */
final class Logs {
  private static final String PATTERN =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} - %maskedMessage%n%maskedThrowable";

  /**
   * They repeat, every few seconds, what Portage says once; the last one lets any caller of the
   * HTTP listener write errors into the log.
   */
  private static final List<String> WORDY =
      List.of(
          "org.apache.kafka",
          "org.apache.camel.component.kafka",
          "io.vertx.ext.web",
          "io.opentelemetry");

  private static final Masker MASKER = new Masker(List.of());

  private Logs() {}

  /**
   * What hides secrets in everything that is logged; secrets are added to it as they become known.
   */
  static Masker masker() {
    return MASKER;
  }

  /**
   * Sets up the console.
   *
   * @param level one of ERROR, WARN, INFO, DEBUG; counts for Portage's own messages
   * @param format {@code text} or {@code json}
   */
  static void configure(String level, String format) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    Encoder<ILoggingEvent> encoder = format.equals("json") ? new JsonLines(MASKER) : text();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(encoder);
    console.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(console);
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger("dev.portage").setLevel(Level.toLevel(level, Level.INFO));
    Level wordy = level.equals("DEBUG") ? Level.WARN : Level.OFF;
    WORDY.forEach(name -> context.getLogger(name).setLevel(wordy));
  }

  private static Encoder<ILoggingEvent> text() {
    PatternLayout.DEFAULT_CONVERTER_SUPPLIER_MAP.put("maskedMessage", MaskedMessage::new);
    PatternLayout.DEFAULT_CONVERTER_SUPPLIER_MAP.put("maskedThrowable", MaskedThrowable::new);
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setPattern(PATTERN);
    return encoder;
  }

  /**
   * What libraries say by java.util.logging goes to this log, too, and not unmasked to the console.
   */
  static void takeInOthers() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** From now on every line goes there as well. */
  static void shipTo(LogBuffer buffer) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LogShipping shipping = new LogShipping(buffer);
    shipping.setContext(context);
    shipping.start();
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(shipping);
  }

  /** A message without secrets. */
  public static final class MaskedMessage extends MessageConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return MASKER.mask(super.convert(event));
    }
  }

  /** A stack trace without secrets. */
  public static final class MaskedThrowable extends ThrowableProxyConverter {
    @Override
    public String convert(ILoggingEvent event) {
      return MASKER.mask(super.convert(event));
    }
  }
}
