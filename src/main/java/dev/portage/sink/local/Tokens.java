package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens, signed with a key that lives as long as the server (RFC 7519, HS256). */
final class Tokens {

  static final Duration LIFETIME = Duration.ofHours(3);

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  private final Clock clock;
  private final SecretKeySpec key;

  Tokens(Clock clock) {
    this.clock = clock;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, "HmacSHA256");
  }

  /** A token that is good for {@link #LIFETIME}. */
  String issue() {
    JsonNode claims =
        Json.object()
            .put("isMachine", true)
            .put("orgId", LocalCatalog.ORGANISATION)
            .put("exp", clock.instant().plus(LIFETIME).getEpochSecond());
    String signed = HEADER + "." + encoded(new String(Json.write(claims), StandardCharsets.UTF_8));
    return signed + "." + signature(signed);
  }

  /**
   * Accepts a request that carries a good token.
   *
   * @throws Refusal 401 when it does not
   */
  void check(Call call) {
    String header = call.header("authorization").orElse("");
    if (!header.regionMatches(true, 0, "Bearer ", 0, 7) || !isGood(header.substring(7).trim())) {
      throw new Refusal(
          401, "unauthorized", "Authorization: expected a bearer token of /v1/auth/access_token");
    }
  }

  private boolean isGood(String token) {
    int end = token.lastIndexOf('.');
    if (end < HEADER.length() + 1) {
      return false;
    }
    String signed = token.substring(0, end);
    byte[] expected = signature(signed).getBytes(StandardCharsets.UTF_8);
    byte[] found = token.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, found) && !isOver(signed);
  }

  private boolean isOver(String signed) {
    byte[] claims = Base64.getUrlDecoder().decode(signed.substring(HEADER.length() + 1));
    return Json.read(claims).path("exp").asLong() <= clock.instant().getEpochSecond();
  }

  private String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return ENCODER.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java lacks HmacSHA256, which all must have", e);
    }
  }

  private static String encoded(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
