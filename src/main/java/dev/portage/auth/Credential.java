package dev.portage.auth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.Query;
import dev.portage.http.Secret;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a login gave, ready to be put into requests.
 *
 * @param headers to set
 * @param query parameters to set
 * @param body keys to merge into a JSON body
 * @param renewAt when to log in again, ahead of its end; null for never
 * @param secrets the values that must not be shown
 */
public record Credential(
    Map<String, Secret> headers,
    Query query,
    ObjectNode body,
    @Nullable Instant renewAt,
    List<Secret> secrets) {

  /** Copies the collections. */
  public Credential {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    body = body.deepCopy();
    secrets = List.copyOf(secrets);
  }

  /** Nothing. */
  public static final Credential NONE =
      new Credential(Map.of(), Query.EMPTY, JsonNodeFactory.instance.objectNode(), null, List.of());

  /** The request with the headers in it; those of the same names, whatever their case, give way. */
  public ApiRequest withHeaders(ApiRequest request) {
    Map<String, String> revealed = new LinkedHashMap<>();
    headers.forEach((name, value) -> revealed.put(name, value.reveal()));
    return request.withHeaders(revealed);
  }

  @Override
  public String toString() {
    return "Credential[renewAt=" + renewAt + "]";
  }
}
