package dev.portage.auth;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.util.List;

/** A token in the Authorization header (RFC 6750). */
public record BearerToken(Secret token) implements Authentication {
  @Override
  public ApiRequest sign(ApiRequest request, Credential credential) {
    return request;
  }

  @Override
  public List<Secret> secrets() {
    return List.of(token);
  }
}
