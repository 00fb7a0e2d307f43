package dev.portage.route.call;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * One line at DEBUG for each attempt: what was asked, and what came of it. It holds no value of a
 * parameter, no header and no body.
 */
public final class RequestLog {
  private RequestLog() {}

  /**
   * An answer came, whatever it says.
   *
   * @param what the request, without values
   * @param body what was read of it; null when there was none
   */
  public static void answered(
      Logger log, String what, CallState call, int status, @Nullable LimitedInput body) {
    log.atDebug()
        .addKeyValue("status", status)
        .addKeyValue("attempt", call.attempt())
        .log(
            "{}: {}, {} bytes in {} ms, attempt {}",
            what,
            status,
            body == null ? 0 : body.bytes(),
            call.sinceSent().toMillis(),
            call.attempt());
  }

  /** No answer came. */
  public static void broken(Logger log, String what, CallState call, Throwable failure) {
    log.atDebug()
        .addKeyValue("attempt", call.attempt())
        .log(
            "{}: {}, after {} ms, attempt {}",
            what,
            HttpMessages.transportFault(failure),
            call.sinceSent().toMillis(),
            call.attempt());
  }
}
