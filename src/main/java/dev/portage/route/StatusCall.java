package dev.portage.route;

import dev.portage.auth.Credential;
import org.jspecify.annotations.Nullable;

/** A call that tells of a run, and what becomes of it on its way; for one exchange. */
final class StatusCall {
  private final StatusRequest request;
  private final CallState state = new CallState();
  private Credential credential = Credential.NONE;
  private @Nullable PortPace entered;

  StatusCall(StatusRequest request) {
    this.request = request;
  }

  StatusRequest request() {
    return request;
  }

  CallState state() {
    return state;
  }

  Credential credential() {
    return credential;
  }

  void signedWith(Credential used) {
    credential = used;
  }

  /** The attempt is about to be sent to Port itself. */
  void enter(PortPace pace) {
    entered = pace;
    pace.enter();
  }

  /** The attempt is over, whatever came of it; only the first call counts. */
  void leave() {
    PortPace pace = entered;
    entered = null;
    if (pace != null) {
      pace.leave();
    }
  }
}
