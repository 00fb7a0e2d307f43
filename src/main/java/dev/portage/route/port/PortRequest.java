package dev.portage.route.port;

import dev.portage.auth.Credential;
import dev.portage.http.ApiRequest;
import dev.portage.route.call.CallState;
import org.jspecify.annotations.Nullable;

/** A call to Port and what becomes of it on its way; for one exchange. */
public final class PortRequest {
  private final ApiRequest request;
  private final boolean login;
  private final CallState call = new CallState();
  private Credential credential = Credential.NONE;
  private @Nullable PortPace entered;

  /** A call that has not been sent yet; a login carries no token. */
  public PortRequest(ApiRequest request, boolean login) {
    this.request = request;
    this.login = login;
  }

  ApiRequest request() {
    return request;
  }

  boolean isLogin() {
    return login;
  }

  /** What is asked, for the log: without the identifiers of entities, which are data. */
  String what() {
    return "Port: " + request.method() + " " + template();
  }

  /** The path, with {@code {}} for every part of it that is no fixed word of Port's API. */
  public String template() {
    return PortPath.template(request.address());
  }

  /** Whether entities go for good (contract, section 4.9). */
  boolean deletesEntities() {
    return request.address().endsWith("/entities/delete");
  }

  /** Its attempts so far. */
  public CallState call() {
    return call;
  }

  /** The token that the last attempt was signed with. */
  public Credential credential() {
    return credential;
  }

  /** Remembers the token of the attempt that follows. */
  public void signedWith(Credential used) {
    credential = used;
  }

  /** The attempt is about to be sent. */
  public void enter(PortPace pace) {
    entered = pace;
    pace.enter();
  }

  /** The attempt is over, whatever came of it; only the first call counts. */
  public void leave() {
    PortPace pace = entered;
    entered = null;
    if (pace != null) {
      pace.leave();
    }
  }
}
