package dev.portage.route;

import dev.portage.auth.Credential;
import dev.portage.http.ApiRequest;

/** A call to Port and what becomes of it on its way; for one exchange. */
final class PortRequest {
  private final ApiRequest request;
  private final boolean login;
  private final CallState call = new CallState();
  private Credential credential = Credential.NONE;

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

  CallState call() {
    return call;
  }

  Credential credential() {
    return credential;
  }

  void signedWith(Credential used) {
    credential = used;
  }
}
