package dev.portage.route;

import dev.portage.auth.Credential;
import dev.portage.http.ApiRequest;
import org.jspecify.annotations.Nullable;

/** A call to Port and what becomes of it on its way; for one exchange. */
final class PortRequest {
  private final ApiRequest request;
  private final boolean login;
  private final CallState call = new CallState();
  private Credential credential = Credential.NONE;
  private @Nullable PortPace entered;

  PortRequest(ApiRequest request, boolean login) {
    this.request = request;
    this.login = login;
  }

  ApiRequest request() {
    return request;
  }

  boolean isLogin() {
    return login;
  }

  /** Whether entities go for good (contract, section 4.9). */
  boolean deletesEntities() {
    return request.address().endsWith("/entities/delete");
  }

  CallState call() {
    return call;
  }

  Credential credential() {
    return credential;
  }

  void signedWith(Credential used) {
    credential = used;
  }

  /** The attempt is about to be sent. */
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
