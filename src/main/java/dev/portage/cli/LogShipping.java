package dev.portage.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import dev.portage.route.status.LogBuffer;

/** Hands every line of the log to what ships it to Port (contract, section 4.12). */
final class LogShipping extends AppenderBase<ILoggingEvent> {
  private final LogBuffer buffer;

  LogShipping(LogBuffer buffer) {
    this.buffer = buffer;
  }

  @Override
  protected void append(ILoggingEvent event) {
    buffer.add(event.getInstant(), level(event.getLevel()), text(event), event.getMDCPropertyMap());
  }

  /** The name that Port knows. */
  static String level(Level level) {
    if (level.isGreaterOrEqual(Level.ERROR)) {
      return "ERROR";
    }
    if (level.isGreaterOrEqual(Level.WARN)) {
      return "WARNING";
    }
    return level.isGreaterOrEqual(Level.INFO) ? "INFO" : "DEBUG";
  }

  private static String text(ILoggingEvent event) {
    String trace = ThrowableProxyUtil.asString(event.getThrowableProxy());
    return trace.isEmpty()
        ? event.getFormattedMessage()
        : event.getFormattedMessage() + "\n" + trace;
  }
}
