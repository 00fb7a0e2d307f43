package dev.portage.route;

import dev.portage.auth.Credential;

/** A call that tells of a run, and what becomes of it on its way; for one exchange. */
final class StatusCall {
  private final StatusRequest request;
  private final CallState state = new CallState();
  private Credential credential = Credential.NONE;

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
}
