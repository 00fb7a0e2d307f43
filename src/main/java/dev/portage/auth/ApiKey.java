package dev.portage.auth;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.util.List;

/** A key in a header. */
public record ApiKey(String header, Secret key) implements Authentication {
  @Override
  public ApiRequest sign(ApiRequest request, Credential credential) {
    return request;
  }

  @Override
  public List<Secret> secrets() {
    return List.of(key);
  }
}
