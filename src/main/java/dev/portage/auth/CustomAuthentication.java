package dev.portage.auth;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A login request whose answer is put into requests by a template. */
public record CustomAuthentication(
    ApiRequest request, AuthTemplate template, @Nullable Duration interval)
    implements Authentication {
  @Override
  public ApiRequest sign(ApiRequest request, Credential credential) {
    return request;
  }

  @Override
  public List<Secret> secrets() {
    return List.of();
  }
}
