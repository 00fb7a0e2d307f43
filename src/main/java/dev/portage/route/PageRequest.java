package dev.portage.route;

import dev.portage.auth.Credential;
import dev.portage.http.ApiRequest;

/** The request for one page and what becomes of it on its way; belongs to one exchange. */
final class PageRequest {
  private final Endpoint endpoint;
  private final ApiRequest request;
  private final int page;

  /** Where the request goes now: differs from {@link #request} after a redirect. */
  private ApiRequest target;

  private int redirects;
  private Credential credential = Credential.NONE;

  PageRequest(Endpoint endpoint, ApiRequest request, int page) {
    this.endpoint = endpoint;
    this.request = request;
    this.target = request;
    this.page = page;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  ApiRequest request() {
    return request;
  }

  /** From 1. */
  int page() {
    return page;
  }

  ApiRequest target() {
    return target;
  }

  int redirects() {
    return redirects;
  }

  void redirectedTo(ApiRequest other) {
    target = other;
    redirects++;
  }

  /** The credential that the last attempt was signed with. */
  Credential credential() {
    return credential;
  }

  void signedWith(Credential used) {
    credential = used;
  }
}
