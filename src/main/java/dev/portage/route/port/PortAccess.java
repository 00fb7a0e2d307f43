package dev.portage.route.port;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.portage.auth.Credential;
import dev.portage.auth.CredentialCache;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Masker;
import dev.portage.http.Query;
import dev.portage.http.Urls;
import dev.portage.route.call.Failures;
import dev.portage.route.call.Stop;
import dev.portage.route.watch.PortWatch;
import dev.portage.sink.AccessToken;
import dev.portage.sink.PortApi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all calls to Port share: the token, renewed in time, and the pace that Port allows. */
public final class PortAccess {
  private static final Logger LOG = LoggerFactory.getLogger(PortAccess.class);

  private final PortApi api;
  private final CredentialCache tokens = new CredentialCache(Clock.systemUTC());
  private final PortPace pace;
  private final ProducerTemplate template;
  private final Masker masker;
  private final PortWatch watch;

  /**
   * Logs in when the first call needs a token.
   *
   * @param masker learns every token
   * @param watch sees every call
   */
  public PortAccess(
      PortApi api, Stop stop, ProducerTemplate template, Masker masker, PortWatch watch) {
    this.watch = watch;
    this.api = api;
    this.pace = new PortPace(Clock.systemUTC(), stop);
    this.template = template;
    this.masker = masker;
  }

  /** The token in use; logs in where there is none. */
  public Credential token() {
    return tokens.current(this::logIn);
  }

  /** What keeps calls within Port's rate limit. */
  public PortPace pace() {
    return pace;
  }

  /** Whether a request goes to Port's API itself. */
  public boolean isOwn(ApiRequest request) {
    return request.origin().equals(Urls.origin(api.baseUrl()));
  }

  /** Port did not accept the token; the next call takes a new one. */
  public void reject(Credential token) {
    tokens.reject(token);
  }

  /** What is seen of the calls to Port. */
  PortWatch watch() {
    return watch;
  }

  /** For messages. */
  String baseUrl() {
    return api.baseUrl();
  }

  private Credential logIn() {
    PortRequest login = new PortRequest(api.login(), true, watch, null);
    Exchange answered =
        template.send("direct:port-login", exchange -> exchange.setVariable("request", login));
    if (answered.getException() != null) {
      throw answered.getException() instanceof RuntimeException failed
          ? failed
          : new PortUnavailable(Failures.words(answered.getException()), answered.getException());
    }
    AccessToken token = api.readLogin(answered.getMessage().getBody(ApiResponse.class));
    masker.add(List.of(token.value()));
    LOG.info("Port: a new token, good for {} s", token.lifetime().toSeconds());
    return new Credential(
        Map.of("Authorization", token.authorization()),
        Query.EMPTY,
        JsonNodeFactory.instance.objectNode(),
        renewal(token.lifetime()),
        List.of(token.value()));
  }

  /** A minute before the end, or half-way for tokens that live shorter than two. */
  private static Instant renewal(Duration lifetime) {
    Duration early =
        lifetime.dividedBy(2).compareTo(Duration.ofMinutes(1)) < 0
            ? lifetime.dividedBy(2)
            : Duration.ofMinutes(1);
    return Instant.now().plus(lifetime).minus(early);
  }
}
