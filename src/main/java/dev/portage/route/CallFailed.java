package dev.portage.route;

import dev.portage.http.Failure;

/** One attempt that was answered, but not with success; what to do about it is not decided yet. */
final class CallFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure.Answer answer;

  CallFailed(Failure.Answer answer) {
    super("answered " + answer.status(), null, false, false);
    this.answer = answer;
  }

  Failure.Answer answer() {
    return answer;
  }
}
