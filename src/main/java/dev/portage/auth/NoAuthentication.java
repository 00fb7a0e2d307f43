package dev.portage.auth;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.util.List;

/** Requests are sent as they are. */
public record NoAuthentication() implements Authentication {
  @Override
  public ApiRequest sign(ApiRequest request, Credential credential) {
    return request;
  }

  @Override
  public List<Secret> secrets() {
    return List.of();
  }
}
