package dev.portage.auth;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * User name and password (RFC 7617), in UTF-8. One of the two is enough: some APIs take a key as
 * user name and no password.
 *
 * @param username without a colon; may be empty
 * @param password may be empty; when both are empty, requests are sent as they are
 */
public record BasicAuthentication(String username, Secret password) implements Authentication {

  /** Refuses a user name with a colon, which would end it. */
  public BasicAuthentication {
    if (username.contains(":")) {
      throw new IllegalArgumentException("username: has a colon; expected none (RFC 7617)");
    }
  }

  @Override
  public ApiRequest sign(ApiRequest request, Credential credential) {
    return username.isEmpty() && password.isEmpty()
        ? request
        : request.withDefaultHeader("Authorization", "Basic " + encoded());
  }

  private String encoded() {
    byte[] pair = (username + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(pair);
  }

  /** The password, or the user name where it is the key; and the two as they are sent. */
  @Override
  public List<Secret> secrets() {
    return List.of(password.isEmpty() ? new Secret(username) : password, new Secret(encoded()));
  }

  @Override
  public String toString() {
    return "BasicAuthentication[***]";
  }
}
