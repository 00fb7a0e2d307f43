package dev.portage.jq.eval;

/** Calls are nested too deeply for the thread's stack; {@link DeepStack} has a larger one. */
public final class TooDeepHere extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooDeepHere() {
    super(null, null, false, false);
  }
}
