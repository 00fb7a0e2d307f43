package dev.portage.http;

import java.time.Duration;

/** What to do about a call that failed. */
public sealed interface Decision {

  /**
   * Try again after a while.
   *
   * @param duration zero or more
   */
  record Wait(Duration duration) implements Decision {}

  /**
   * Leave it.
   *
   * @param reason why, to be shown in the error; may be empty when the failure explains itself
   */
  record GiveUp(String reason) implements Decision {}

  /** Obtain a new credential, and try again at once. */
  record Reauthenticate() implements Decision {}
}
