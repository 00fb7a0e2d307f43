package dev.portage.sink;

/** Where a kind of a run stands, in the words that Port shows (contract, section 4.12). */
public enum SyncState {
  /** Not begun. */
  PENDING("pending"),
  /** Begun. */
  SYNCING("syncing"),
  /** Ended, and nothing is missing. */
  COMPLETED("completed"),
  /** Ended, and something is missing. */
  FAILED("failed"),
  /** Stopped before its end. */
  ABORTED("aborted");

  private final String text;

  SyncState(String text) {
    this.text = text;
  }

  /** As it goes over the wire. */
  public String text() {
    return text;
  }

  /** True when nothing more will come of it. */
  public boolean isFinal() {
    return this == COMPLETED || this == FAILED || this == ABORTED;
  }
}
