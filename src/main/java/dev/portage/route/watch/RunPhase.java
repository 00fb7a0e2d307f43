package dev.portage.route.watch;

import java.util.Locale;

/** What a run is doing. */
public enum RunPhase {
  /** No run is going on. */
  IDLE,
  /** Port is told, and the mapping is read. */
  BEGINNING,
  /** Kinds are read, mapped and written. */
  READING,
  /** What is stale is looked for and deleted. */
  RECONCILING;

  /** As it is shown. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
