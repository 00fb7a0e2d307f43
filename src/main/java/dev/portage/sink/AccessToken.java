package dev.portage.sink;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.time.Duration;

/**
 * What Port hands out at login (contract, section 4.2).
 *
 * @param value the token itself
 * @param type {@code Bearer} as a rule
 * @param lifetime how long it may be used from when it was issued
 */
public record AccessToken(Secret value, String type, Duration lifetime) {

  /** The value of the Authorization header. */
  public Secret authorization() {
    return new Secret(type + " " + value.reveal());
  }

  /** The request with this token as its authorization. */
  public ApiRequest sign(ApiRequest request) {
    return request.withHeader("Authorization", authorization().reveal());
  }
}
