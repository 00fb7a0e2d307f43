package dev.portage.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.Query;
import dev.portage.http.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A login request whose answer is put into requests by a template (contract, section 6.9).
 *
 * @param request absolute
 * @param template what becomes of the answer
 * @param interval how long a login is good for, at least 1 s; null for as long as no 401 comes
 */
public record CustomAuthentication(
    ApiRequest request, AuthTemplate template, @Nullable Duration interval)
    implements Authentication {
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);
  private static final int MARGIN_DIVISOR = 10;

  /** Refuses an interval below a second. */
  public CustomAuthentication {
    if (interval != null && interval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "reauthenticateIntervalSeconds: below 1; expected at least 1");
    }
  }

  /** The login request, with the content type of its body unless it names one. */
  @Override
  public Optional<ApiRequest> login() {
    return Optional.of(
        request.body() == null
            ? request
            : request.withDefaultHeader("Content-Type", request.body().contentType()));
  }

  /**
   * {@inheritDoc}
   *
   * <p>It is renewed 60 s before the interval ends, as the original does; of intervals shorter than
   * ten minutes the last tenth is the margin, so that a short one does not log in for every
   * request.
   */
  @Override
  public Credential credential(JsonNode answer, Instant now) {
    Login login = new Login(answer);
    Map<String, Secret> headers = new LinkedHashMap<>();
    template.headers(login).forEach((name, value) -> headers.put(name, new Secret(value)));
    Query query = Query.EMPTY;
    for (Map.Entry<String, String> parameter : template.queryParams(login).entrySet()) {
      query = query.with(parameter.getKey(), parameter.getValue());
    }
    ObjectNode body = template.body(login);
    return new Credential(headers, query, body, renewAt(now), login.used());
  }

  private @Nullable Instant renewAt(Instant now) {
    if (interval == null) {
      return null;
    }
    Duration tenth = interval.dividedBy(MARGIN_DIVISOR);
    return now.plus(interval).minus(tenth.compareTo(LONGEST_MARGIN) < 0 ? tenth : LONGEST_MARGIN);
  }

  /**
   * The request with the credential in it: its headers and parameters replace those of the same
   * name, its body is merged over the top level of the request's.
   *
   * @throws AuthenticationException when there is a body to merge and the request's is no JSON
   *     object
   */
  @Override
  public ApiRequest sign(ApiRequest unsigned, Credential credential) {
    Query query = unsigned.query().overriddenBy(credential.query());
    ApiRequest signed = credential.withHeaders(unsigned.withQuery(query));
    return credential.body().isEmpty()
        ? signed
        : signed.withBody(merged(signed.body(), credential.body()));
  }

  private static ApiRequest.Json merged(ApiRequest.@Nullable Body body, ObjectNode credential) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    if (body instanceof ApiRequest.Json json && json.value() instanceof ObjectNode object) {
      all.setAll(object);
    } else if (body != null) {
      throw new AuthenticationException(
          "customAuthRequestTemplate.body: cannot be merged into a body that is no JSON object;"
              + " expected selector.body to be an object or absent");
    }
    all.setAll(credential);
    return new ApiRequest.Json(all);
  }

  /** What is secret of the login request and of the template's fixed texts. */
  @Override
  public List<Secret> secrets() {
    List<Secret> all = new ArrayList<>(LoginSecrets.of(request));
    all.addAll(template.secrets());
    return List.copyOf(all);
  }

  @Override
  public String toString() {
    return "CustomAuthentication[" + request + "]";
  }
}
