package dev.portage.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Checks addresses that a user writes. */
final class Addresses {
  private static final String EXPECTED = "an address such as https://api.example.com/v1";

  private Addresses() {}

  /**
   * An address of the setting without white space around it and slashes at its end; an empty text
   * when it is not set or wrong, in which case the mistake is noted.
   */
  static String base(SettingValues values, Setting setting) {
    String text = values.text(setting).strip().replaceFirst("/+$", "");
    if (text.isEmpty()) {
      return "";
    }
    Optional<String> mistake = mistake(text);
    mistake.ifPresent(found -> values.reject(setting, found, EXPECTED));
    return mistake.isEmpty() ? text : "";
  }

  /** What is wrong with an absolute address that is to be extended; it is not quoted. */
  static Optional<String> mistake(String text) {
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!text.contains("://")) {
        return Optional.of("has no scheme");
      }
      if (!scheme.equals("http") && !scheme.equals("https")) {
        return Optional.of("has the scheme " + scheme);
      }
      return uri.getHost() == null
          ? Optional.of("has no host name that can be used")
          : surplus(uri);
    } catch (URISyntaxException e) {
      return Optional.of("is no address (" + e.getReason() + ")");
    }
  }

  private static Optional<String> surplus(URI uri) {
    if (uri.getRawUserInfo() != null) {
      return Optional.of("holds a user name or password; use auth_type basic for these");
    }
    if (uri.getRawQuery() != null) {
      return Optional.of("has a query string");
    }
    return uri.getRawFragment() != null ? Optional.of("has a fragment") : Optional.empty();
  }

  /** True when the text begins like an absolute http address. */
  static boolean isAbsolute(String text) {
    return text.matches("(?i)https?://.*");
  }
}
