package dev.portage.config;

import static dev.portage.config.SourceTable.API_KEY;
import static dev.portage.config.SourceTable.API_KEY_HEADER;
import static dev.portage.config.SourceTable.API_TOKEN;
import static dev.portage.config.SourceTable.AUTH_TYPE;
import static dev.portage.config.SourceTable.PASSWORD_OF_USER;
import static dev.portage.config.SourceTable.USERNAME;

import dev.portage.auth.ApiKey;
import dev.portage.auth.Authentication;
import dev.portage.auth.BasicAuthentication;
import dev.portage.auth.BearerToken;
import dev.portage.auth.NoAuthentication;
import dev.portage.http.Secret;
import java.util.Optional;

/** Settings become an {@link Authentication}; missing credentials are a mistake. */
final class AuthenticationReader {
  private final SettingValues values;
  private final String baseUrl;

  /** For a source with that base URL. */
  AuthenticationReader(SettingValues values, String baseUrl) {
    this.values = values;
    this.baseUrl = baseUrl;
  }

  /** The authentication; none when the settings are wrong, which is noted. */
  Authentication read() {
    String type = values.choice(AUTH_TYPE);
    try {
      return of(type);
    } catch (IllegalArgumentException e) {
      values.reject(AUTH_TYPE, e);
      return new NoAuthentication();
    }
  }

  private Authentication of(String type) {
    return switch (type) {
      case "bearer_token" -> bearerToken();
      case "api_key" -> apiKey();
      case "basic" -> basic();
      case "custom" -> new CustomAuthenticationReader(values, baseUrl).read();
      default -> new NoAuthentication();
    };
  }

  private Authentication bearerToken() {
    return fits("Authorization", API_TOKEN, "the token for auth_type bearer_token")
        ? new BearerToken(secret(API_TOKEN))
        : new NoAuthentication();
  }

  private Authentication apiKey() {
    String header = values.text(API_KEY_HEADER);
    if (HeaderRules.mistake(header, "").isPresent()) {
      values.reject(API_KEY_HEADER, "is no name of a header", "a name such as X-API-Key");
      return new NoAuthentication();
    }
    return fits(header, API_KEY, "the key for auth_type api_key")
        ? new ApiKey(header, secret(API_KEY))
        : new NoAuthentication();
  }

  // One part alone is enough: Stripe takes its key as user name with an empty password.
  private Authentication basic() {
    String user = values.text(USERNAME);
    Secret password = secret(PASSWORD_OF_USER);
    if (user.isEmpty() && password.isEmpty()) {
      String expected = "a user name, or " + PASSWORD_OF_USER.variable() + ", for auth_type basic";
      values.rejectMissing(USERNAME, expected);
      return new NoAuthentication();
    }
    return new BasicAuthentication(user, password);
  }

  private boolean fits(String header, Setting setting, String expected) {
    if (!values.isSet(setting)) {
      values.rejectMissing(setting, expected);
      return false;
    }
    Optional<String> mistake = HeaderRules.mistake(header, values.text(setting));
    mistake.ifPresent(found -> values.reject(setting, found, expected + ", on one line"));
    return mistake.isEmpty();
  }

  private Secret secret(Setting setting) {
    return new Secret(values.text(setting));
  }
}
