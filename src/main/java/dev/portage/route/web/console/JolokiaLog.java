package dev.portage.route.web.console;

import org.jolokia.core.api.LogHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jolokia's log, of which operators of Portage need the errors only. */
final class JolokiaLog implements LogHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Jolokia.class);

  @Override
  public void debug(String message) {
    LOG.trace(message);
  }

  @Override
  public void info(String message) {
    LOG.debug(message);
  }

  @Override
  public void error(String message, Throwable failure) {
    LOG.warn("Jolokia: {}", message);
    LOG.debug("Jolokia", failure);
  }

  @Override
  public boolean isDebug() {
    return LOG.isTraceEnabled();
  }
}
