package dev.portage.route.port;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.portage.auth.Credential;
import dev.portage.auth.CredentialCache;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Failure;
import dev.portage.http.Headers;
import dev.portage.http.Masker;
import dev.portage.http.Query;
import dev.portage.http.RetryPolicy;
import dev.portage.http.Secret;
import dev.portage.http.Urls;
import dev.portage.route.call.CallFailed;
import dev.portage.route.call.Failures;
import dev.portage.route.call.HttpMessages;
import dev.portage.route.call.JsonBody;
import dev.portage.route.call.LimitedInput;
import dev.portage.route.call.Stop;
import dev.portage.sink.AccessToken;
import dev.portage.sink.PortApi;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the calls in {@code port.camel.yaml}: signing, sending and reading. */
public final class PortSteps {
  private static final Logger LOG = LoggerFactory.getLogger(PortSteps.class);
  private static final Set<Integer> WORTH_ANOTHER_TRY =
      Set.of(401, 408, 425, 429, 500, 502, 503, 504);

  /** Contract, section 4.1: connect, write, and every silence while an answer is read. */
  public static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final PortApi api;
  private final CredentialCache tokens = new CredentialCache(Clock.systemUTC());
  private final Stop stop;
  private final PortPace pace;
  private final ProducerTemplate template;
  private final Masker masker;

  /** Logs in when the first call needs a token. */
  public PortSteps(PortApi api, Stop stop, ProducerTemplate template, Masker masker) {
    this.api = api;
    this.stop = stop;
    this.pace = new PortPace(Clock.systemUTC(), stop);
    this.template = template;
    this.masker = masker;
  }

  /** What is done about attempts that fail; shares the token in use. */
  public PortRetry retry(RetryPolicy policy) {
    return new PortRetry(api.baseUrl(), tokens, policy, stop);
  }

  /** Begins a call. */
  public PortRequest open(@Body ApiRequest request) {
    return new PortRequest(request, false);
  }

  /**
   * Puts the request with its token into the message; pauses before that when Port allows only few
   * calls more.
   */
  public void sign(@Variable("request") PortRequest request, Message message) {
    ApiRequest signed = request.request();
    if (!request.isLogin()) {
      Credential token = tokens.current(this::logIn);
      request.signedWith(token);
      for (Map.Entry<String, Secret> header : token.headers().entrySet()) {
        signed = signed.withHeader(header.getKey(), header.getValue().reveal());
      }
    }
    HttpMessages.write(signed.withHeader("Accept", "application/json"), message);
    if (!request.isLogin()) {
      request.enter(pace);
    }
    if (stop.isBegun() && request.deletesEntities()) {
      throw new PortUnavailable("Portage is stopping; nothing is deleted any more", null);
    }
    LOG.debug("{} {}", signed.method(), signed.address());
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

  private Credential logIn() {
    PortRequest login = new PortRequest(api.login(), true);
    Exchange answered =
        template.send("direct:port-login", exchange -> exchange.setVariable("request", login));
    if (answered.getException() != null) {
      throw answered.getException() instanceof RuntimeException failed
          ? failed
          : new PortUnavailable(Failures.words(answered.getException()), answered.getException());
    }
    AccessToken token = api.readLogin(answered.getMessage().getBody(ApiResponse.class));
    masker.add(List.of(token.value()));
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

  /** Port's answer, unless its status asks for another try. */
  public ApiResponse readAnswer(@Variable("request") PortRequest request, Message message)
      throws IOException {
    Headers headers = HttpMessages.headers(message);
    int status = HttpMessages.status(message);
    pace.heard(headers);
    try (LimitedInput body = HttpMessages.body(message, TIMEOUT)) {
      if (WORTH_ANOTHER_TRY.contains(status)) {
        throw new CallFailed(new Failure.Answer(status, headers));
      }
      ApiResponse answer = JsonBody.answer(status, headers, body);
      HttpMessages.forget(message);
      return answer;
    } catch (JsonProcessingException e) {
      if (status >= 400) {
        return new ApiResponse(status, headers, MissingNode.getInstance());
      }
      throw new IOException("Port's answer is no JSON", e);
    } finally {
      request.leave();
    }
  }
}
