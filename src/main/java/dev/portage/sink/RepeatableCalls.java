package dev.portage.sink;

import dev.portage.http.ApiRequest;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which calls to Port may be sent a second time when nobody knows what became of the first
 * (contract, sections 4.1 and 4.3).
 *
 * <p>All but POST are idempotent as we use them. Of POST these are: the login, searches, upserts,
 * deletions; and what creates something under an identifier of ours, since Port answers 409 to the
 * second attempt. A page may get its identifier from Port, and examples, logs and metrics add up:
 * they are sent once.
 */
public final class RepeatableCalls {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE", "PATCH");
  private static final Pattern POSTS =
      Pattern.compile(
          "/v1/(auth/access_token|entities/search|integration|actions|blueprints"
              + "|blueprints/entities/datasource-entities"
              + "|blueprints/[^/]+/(entities|entities/bulk|bulk/entities/delete|scorecards))$");

  private RepeatableCalls() {}

  /** Whether the call is one of them; it may be at another address than Port's API. */
  public static boolean contains(ApiRequest request) {
    return METHODS.contains(request.method())
        || (request.method().equals("POST") && POSTS.matcher(request.address()).find());
  }
}
