package dev.portage.auth;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.util.List;

/**
 * A token in the Authorization header (RFC 6750).
 *
 * @param token when empty, requests are sent as they are
 */
public record BearerToken(Secret token) implements Authentication {
  @Override
  public ApiRequest sign(ApiRequest request, Credential credential) {
    return token.isEmpty()
        ? request
        : request.withDefaultHeader("Authorization", "Bearer " + token.reveal());
  }

  @Override
  public List<Secret> secrets() {
    return List.of(token);
  }
}
