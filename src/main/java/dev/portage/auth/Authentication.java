package dev.portage.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How requests to the source API are signed (contract, section 6.9). A variant is one record: its
 * components are its settings, its methods its behaviour.
 */
public sealed interface Authentication
    permits NoAuthentication, BearerToken, ApiKey, BasicAuthentication, CustomAuthentication {

  /**
   * The request with the credential in it; what the request says itself in a header of the same
   * name wins (contract, section 6.1).
   */
  ApiRequest sign(ApiRequest request, Credential credential);

  /** The request that obtains a credential; empty when none has to be obtained. */
  default Optional<ApiRequest> login() {
    return Optional.empty();
  }

  /**
   * Reads the answer to {@link #login}.
   *
   * @throws AuthenticationException when it lacks what a template needs; the message names it, and
   *     no value
   */
  default Credential credential(JsonNode answer, Instant now) {
    return Credential.NONE;
  }

  /** Every text that must never be shown. */
  List<Secret> secrets();
}
