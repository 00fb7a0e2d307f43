package dev.portage.route.call;

import dev.portage.http.Failure;

/** One attempt that was answered, but not with success; what to do about it is not decided yet. */
public final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure.Answer answer;

  /** The answer that made it fail. */
  public CallFailed(Failure.Answer answer) {
    super("answered " + answer.status(), null, false, false);
    this.answer = answer;
  }

  /** What was answered. */
  public Failure.Answer answer() {
    return answer;
  }
}
