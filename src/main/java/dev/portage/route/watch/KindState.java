package dev.portage.route.watch;

import java.util.Locale;

/** Where a kind stands for an operator. */
public enum KindState {
  /** It has not run since the process began. */
  WAITING,
  /** It belongs to the run that is going on, and has not begun. */
  PENDING,
  /** It is being read. */
  RUNNING,
  /** Its last pass was complete. */
  COMPLETE,
  /** Something is missing in its last pass; its reasons say what. */
  INCOMPLETE,
  /** Its last pass was stopped before its end. */
  ABORTED,
  /** An operator paused it: it is not read until somebody resumes it, and nothing is deleted. */
  PAUSED,
  /** Its route was stopped or suspended, in Hawtio for example; the effect is that of a pause. */
  STOPPED;

  /** As it is shown. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
