package dev.portage.route.watch;

import java.util.Locale;

/** What a kind waits for. */
public enum WaitReason {
  /** The source API said that it allows no more requests at the moment (429). */
  RATE_LIMIT,
  /** An attempt failed, and the next one follows after a pause. */
  RETRY,
  /** Port allows few calls more, so that calls are spread (or it answered 429). */
  PORT_PACE,
  /** As many batches are on their way to Port as may be. */
  QUEUE_FULL,
  /** As many requests to the source are under way as may be; a new connection counts as well. */
  CONNECTION;

  /** As it is shown, and as metrics label it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
