package dev.portage.auth;

import dev.portage.http.ApiRequest;

/** A credential in one header. */
final class SignedHeader {
  private SignedHeader() {}

  /** The request with the header, unless it has one of that name itself (contract, section 6.1). */
  static ApiRequest unlessPresent(ApiRequest request, String name, String value) {
    return request.header(name).isPresent() ? request : request.withHeader(name, value);
  }
}
