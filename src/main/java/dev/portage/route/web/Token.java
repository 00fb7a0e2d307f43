package dev.portage.route.web;

import dev.portage.http.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * What a caller must present: as a bearer token, or as the password of any user, which is what a
 * browser can ask for.
 *
 * @param secret empty when there is none
 */
record Token(Secret secret) {
  private static final String BEARER = "Bearer ";
  private static final String BASIC = "Basic ";

  /** True when there is one. */
  boolean isSet() {
    return !secret.isEmpty();
  }

  /** True when it is there; the time that this takes says nothing about the token. */
  boolean isIn(Ask ask) {
    return isSet()
        && ask.count("Authorization") == 1
        && MessageDigest.isEqual(
            bytes(presented(ask.header("Authorization"))), bytes(secret.reveal()));
  }

  private static String presented(String authorization) {
    if (isScheme(BEARER, authorization)) {
      return authorization.substring(BEARER.length()).strip();
    }
    return isScheme(BASIC, authorization)
        ? password(authorization.substring(BASIC.length()).strip())
        : "";
  }

  private static boolean isScheme(String scheme, String authorization) {
    return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
  }

  private static String password(String pair) {
    try {
      String decoded = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8);
      return decoded.substring(decoded.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
