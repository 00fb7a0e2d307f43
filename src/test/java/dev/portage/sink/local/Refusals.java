package dev.portage.sink.local;

/** What whoever hears a call throws to have it refused. */
public final class Refusals {
  private Refusals() {}

  /** The call is answered with that status. */
  public static RuntimeException of(int status) {
    return new Refusal(status, "refused", "refused by a test");
  }
}
