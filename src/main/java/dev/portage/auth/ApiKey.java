package dev.portage.auth;

import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.util.List;

/**
 * A key in a header.
 *
 * @param header its name; {@code X-API-Key} by default
 * @param key when empty, requests are sent as they are
 */
public record ApiKey(String header, Secret key) implements Authentication {

  /** Refuses a blank name. */
  public ApiKey {
    if (header.isBlank()) {
      throw new IllegalArgumentException("api_key_header: is blank; expected a name");
    }
  }

  @Override
  public ApiRequest sign(ApiRequest request, Credential credential) {
    return key.isEmpty() ? request : request.withDefaultHeader(header, key.reveal());
  }

  /** The key, and what follows the scheme in a key such as {@code token 123}. */
  @Override
  public List<Secret> secrets() {
    String text = key.reveal().strip();
    int blank = text.lastIndexOf(' ');
    return blank < 0 ? List.of(key) : List.of(key, new Secret(text.substring(blank + 1)));
  }
}
