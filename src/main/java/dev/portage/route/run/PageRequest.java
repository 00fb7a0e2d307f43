package dev.portage.route.run;

import dev.portage.auth.Credential;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.SourceException;
import dev.portage.jq.JqException;
import dev.portage.mapping.BodyShapeException;
import dev.portage.mapping.DataPath;
import dev.portage.mapping.Items;
import dev.portage.route.call.CallState;
import dev.portage.route.call.Failures;
import dev.portage.route.watch.PastRequest;
import dev.portage.route.watch.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The request for one page of a source API, and what becomes of it on its way; for one exchange.
 */
public final class PageRequest {
  private final @Nullable Endpoint endpoint;
  private final ApiRequest request;
  private final int page;
  private final boolean wanted;
  private final CallState call = new CallState();

  /** Where the request goes now: differs from {@link #request} after a redirect. */
  private ApiRequest target;

  private int redirects;
  private @Nullable Instant sent;
  private long sentAt;
  private Credential credential = Credential.NONE;

  private PageRequest(@Nullable Endpoint endpoint, ApiRequest request, int page, boolean wanted) {
    this.endpoint = endpoint;
    this.request = request;
    this.target = request;
    this.page = page;
    this.wanted = wanted;
  }

  /** One page of an endpoint, from 1. */
  static PageRequest of(Endpoint endpoint, ApiRequest request, int page) {
    return new PageRequest(endpoint, request, page, true);
  }

  /** Says that the page before was the last one. */
  public PageRequest noFurther() {
    return new PageRequest(endpoint, request, page, false);
  }

  /** A login, which is sent without a credential and repeated by nobody's order. */
  public static PageRequest login(ApiRequest request) {
    return new PageRequest(null, request, 1, true);
  }

  /** Whether there is a page to be fetched: false after the last one. */
  public boolean isWanted() {
    return wanted;
  }

  /** Whether it is the login of a custom authentication, which is not signed itself. */
  public boolean isLogin() {
    return endpoint == null;
  }

  /**
   * Where the page belongs.
   *
   * @throws IllegalStateException for a login, which belongs nowhere
   */
  public Endpoint endpoint() {
    if (endpoint == null) {
      throw new IllegalStateException("a login is no page of an endpoint");
    }
    return endpoint;
  }

  /** The values of the path parameters; empty for a login. */
  public Map<String, String> values() {
    return endpoint == null ? Map.of() : endpoint.values();
  }

  /**
   * What a body holds.
   *
   * @throws SourceException when it is of a shape that holds nothing, or the data path fails on it
   */
  public Items itemsIn(DataPath dataPath, ApiResponse response) {
    try {
      return dataPath.items(response.body());
    } catch (BodyShapeException | JqException e) {
      throw SourceException.failed(request, page, Failures.words(e));
    }
  }

  /** A remark with the endpoint and page that it is about; null for none. */
  public @Nullable String said(@Nullable String remark) {
    return remark == null ? null : SourceException.failed(request, page, remark).getMessage();
  }

  /** Whether nobody looks into the lists of the answer but for their size and their elements. */
  public boolean listsOnly() {
    return endpoint != null && endpoint.listsOnly();
  }

  /** The limit of the endpoint, or the usual one for a login. */
  public Duration timeout(Duration usual) {
    return endpoint == null ? usual : endpoint.timeout();
  }

  /** The request for the page, without credentials. */
  public ApiRequest request() {
    return request;
  }

  /** What is asked, for the log: no value of a parameter, and no address that may hold one. */
  public String what() {
    return endpoint == null
        ? request.method() + " (login)"
        : request.method() + " " + endpoint.template() + ", page " + page;
  }

  /** Which page of its endpoint, from 1. */
  public int page() {
    return page;
  }

  /** The request of the next attempt: where redirects led to, else {@link #request}. */
  public ApiRequest target() {
    return target;
  }

  /** How many redirects were followed. */
  public int redirects() {
    return redirects;
  }

  /** The next attempt goes there. */
  public void redirectedTo(ApiRequest other) {
    target = other;
    redirects++;
  }

  /** The credential that the last attempt was signed with. */
  public Credential credential() {
    return credential;
  }

  /** Remembers the credential of the attempt that follows. */
  public void signedWith(Credential used) {
    credential = used;
  }

  /** An attempt is sent. */
  public void sent() {
    if (endpoint != null) {
      sent = Instant.now();
      sentAt = System.nanoTime();
      endpoint.watch().sent();
    }
  }

  /**
   * An attempt is over; only the first call for each counts.
   *
   * @param status 0 when there was no answer
   */
  public void answered(int status) {
    Instant when = sent;
    if (endpoint != null && when != null) {
      sent = null;
      Duration took = Duration.ofNanos(System.nanoTime() - sentAt);
      endpoint
          .watch()
          .answered(
              new PastRequest(
                  when, request.method(), endpoint.template(), page, status, took, call.attempt()));
    }
  }

  /** The attempts paused, or a request waited to be sent. */
  public void waited(WaitReason reason, long nanos) {
    if (endpoint != null) {
      endpoint.watch().waited(reason, nanos);
    }
  }

  /** How often it was tried, and what was decided after the last failure. */
  public CallState call() {
    return call;
  }
}
