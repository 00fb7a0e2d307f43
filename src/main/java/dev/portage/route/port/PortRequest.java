package dev.portage.route.port;

import dev.portage.auth.Credential;
import dev.portage.http.ApiRequest;
import dev.portage.route.call.CallState;
import dev.portage.route.watch.PortWatch;
import dev.portage.route.watch.WaitReason;
import dev.portage.route.watch.Watched;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call to Port and what becomes of it on its way; for one exchange. */
public final class PortRequest {
  private final ApiRequest request;
  private final boolean login;
  private final CallState call = new CallState();
  private Credential credential = Credential.NONE;
  private @Nullable PortPace entered;
  private final @Nullable Watched kind;
  private final @Nullable PortWatch watch;
  private final String template;
  private final String operation;
  private long sentAt;

  /** A call that has not been sent yet, and that nobody looks at. */
  public PortRequest(ApiRequest request) {
    this(request, false, null, null);
  }

  /**
   * A call that has not been sent yet.
   *
   * @param login carries no token
   * @param watch sees the call; null for one that nobody looks at
   * @param kind for which it is; null for none
   */
  PortRequest(
      ApiRequest request, boolean login, @Nullable PortWatch watch, @Nullable Watched kind) {
    this.request = request;
    this.login = login;
    this.watch = watch;
    this.kind = kind;
    this.template = PortPath.template(request.address());
    this.operation = request.method() + " " + template;
  }

  ApiRequest request() {
    return request;
  }

  boolean isLogin() {
    return login;
  }

  /** What is asked, for the log: without the identifiers of entities, which are data. */
  String what() {
    return "Port: " + operation;
  }

  /** The path, with {@code {}} for every part of it that is no fixed word of Port's API. */
  public String template() {
    return template;
  }

  /** In upper case. */
  public String method() {
    return request.method();
  }

  /** How many entities it carries; -1 for a call that carries none. */
  public int entities() {
    return request.body() instanceof ApiRequest.Json json && json.value().has("entities")
        ? json.value().path("entities").size()
        : -1;
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
    long paused = pace.enter();
    if (paused > 0) {
      waited(WaitReason.PORT_PACE, paused);
    }
  }

  /** The attempts paused for so many nanoseconds. */
  void waited(WaitReason reason, long nanos) {
    if (watch != null) {
      watch.waited(operation, reason, nanos);
    }
    if (kind != null) {
      kind.watch().waited(reason, nanos);
    }
  }

  /** The attempt is sent now. */
  void sent() {
    if (watch != null) {
      sentAt = System.nanoTime();
      watch.sent();
    }
  }

  /**
   * The attempt is over; only the first call counts.
   *
   * @param status 0 when there was no answer
   */
  void answered(int status) {
    if (watch != null && sentAt != 0) {
      Duration took = Duration.ofNanos(System.nanoTime() - sentAt);
      sentAt = 0;
      watch.answered(operation, status, took, call.attempt() > 1);
    }
  }

  /** No attempt follows. */
  void failed(String why) {
    if (watch != null) {
      watch.failed(why);
    }
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
