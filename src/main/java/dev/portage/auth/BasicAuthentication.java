package dev.portage.auth;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.util.List;

/** User name and password (RFC 7617). */
public record BasicAuthentication(String username, Secret password) implements Authentication {
  @Override
  public ApiRequest sign(ApiRequest request, Credential credential) {
    return request;
  }

  @Override
  public List<Secret> secrets() {
    return List.of(password);
  }
}
