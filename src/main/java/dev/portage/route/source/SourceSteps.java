package dev.portage.route.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.auth.Authentication;
import dev.portage.auth.AuthenticationException;
import dev.portage.auth.Credential;
import dev.portage.auth.CredentialCache;
import dev.portage.config.SourceSettings;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Failure;
import dev.portage.http.Headers;
import dev.portage.http.Masker;
import dev.portage.http.SourceException;
import dev.portage.http.Urls;
import dev.portage.route.call.CallFailed;
import dev.portage.route.call.ConnectionWait;
import dev.portage.route.call.HttpMessages;
import dev.portage.route.call.JsonBody;
import dev.portage.route.call.LimitedInput;
import dev.portage.route.call.RequestLog;
import dev.portage.route.call.RequestTimeout;
import dev.portage.route.run.LogContext;
import dev.portage.route.run.PageCache;
import dev.portage.route.run.PageRequest;
import dev.portage.route.run.Run;
import dev.portage.route.watch.WaitReason;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Variable;
import org.apache.camel.spi.Synchronization;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code source.camel.yaml}: signing, sending and reading. */
public final class SourceSteps {
  private static final Logger LOG = LoggerFactory.getLogger(SourceSteps.class);
  private static final Set<Integer> NO_CONTENT = Set.of(202, 204, 205);
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MAX_REDIRECTS = 10;
  private static final Map<String, String> DEFAULT_HEADERS =
      Map.of(
          "User-Agent", "Port-Ocean-HTTP-Integration/1.0",
          "Accept", "application/json, */*;q=0.8");

  private final SourceSettings settings;
  private final Authentication authentication;
  private final String origin;
  private final CredentialCache credentials;
  private final ProducerTemplate template;
  private final Masker masker;

  /**
   * Logs in when the first request needs a credential.
   *
   * @param credentials that all requests share
   * @param masker learns every credential
   */
  public SourceSteps(
      SourceSettings settings,
      CredentialCache credentials,
      ProducerTemplate template,
      Masker masker) {
    this.settings = settings;
    this.authentication = settings.authentication();
    this.origin = Urls.origin(settings.baseUrl());
    this.credentials = credentials;
    this.template = template;
    this.masker = masker;
  }

  /** The answer of this run to the same request; null when the API has to be asked. */
  public @Nullable ApiResponse recall(
      @Variable("request") PageRequest request, @Variable("run") Run run, Exchange exchange) {
    LogContext.page(request);
    if (!request.endpoint().shared()) {
      return null;
    }
    String key = PageCache.key(request.request());
    ApiResponse known = run.pages().claim(key);
    if (known != null) {
      LOG.debug("{}: as answered before in this run; the mapping needs it twice", request.what());
    } else {
      exchange.getExchangeExtension().addOnCompletion(new ReleaseClaim(run.pages(), key));
    }
    return known;
  }

  /** Keeps the answer for whoever needs the same later in this run. */
  public void keep(
      ApiResponse answer, @Variable("request") PageRequest request, @Variable("run") Run run) {
    if (request.endpoint().shared()) {
      run.pages().keep(PageCache.key(request.request()), answer);
    }
  }

  /** Puts the request with its credential into the message. */
  public void sign(@Variable("request") PageRequest request, Message message) {
    ApiRequest signed = withCredential(request, withDefaults(request.target()));
    HttpMessages.write(signed, message);
    message.setHeader(RequestTimeout.HEADER, request.timeout(settings.timeout()).toMillis());
    request.call().sent();
    request.sent();
  }

  private ApiRequest withDefaults(ApiRequest request) {
    ApiRequest full = isOwn(request) ? request.withDefaultHeaders(settings.headers()) : request;
    return full.withDefaultHeaders(DEFAULT_HEADERS);
  }

  /** Credentials never leave the API's own origin, whoever sends us elsewhere. */
  private ApiRequest withCredential(PageRequest request, ApiRequest full) {
    if (request.isLogin() || !isOwn(full)) {
      return full;
    }
    Credential credential =
        authentication.login().isPresent() ? credentials.current(this::logIn) : Credential.NONE;
    request.signedWith(credential);
    return authentication.sign(full, credential);
  }

  private boolean isOwn(ApiRequest request) {
    return request.origin().equals(origin);
  }

  private Credential logIn() {
    PageRequest login = PageRequest.login(authentication.login().orElseThrow());
    Exchange answered =
        template.send("direct:source-login", exchange -> exchange.setVariable("request", login));
    if (answered.getException() != null) {
      throw new AuthenticationException(
          "the login failed: " + answered.getException().getMessage(), answered.getException());
    }
    JsonNode answer = answered.getMessage().getBody(ApiResponse.class).body();
    Credential credential = authentication.credential(answer, Instant.now());
    masker.add(credential.secrets());
    LOG.info("Logged in at the API");
    return credential;
  }

  /** The answer when it is a success; else an exception that {@link SourceRetry} understands. */
  public ApiResponse readPage(@Variable("request") PageRequest request, Message message)
      throws IOException {
    Headers headers = HttpMessages.headers(message);
    int status = HttpMessages.status(message);
    LimitedInput body = HttpMessages.body(message, request.timeout(settings.timeout()));
    try (body) {
      if (REDIRECTS.contains(status)) {
        redirect(request, status, headers);
      }
      if (status < 200 || status > 299) {
        throw new CallFailed(new Failure.Answer(status, headers));
      }
      LimitedInput content = status == 204 ? null : body;
      ApiResponse answer =
          request.listsOnly()
              ? JsonBody.listing(status, headers, content)
              : JsonBody.answer(status, headers, content);
      if (answer.body().isMissingNode() && !NO_CONTENT.contains(status)) {
        throw failed(request, "the answer is empty; expected JSON");
      }
      HttpMessages.forget(message);
      return answer;
    } catch (JsonEOFException e) {
      throw new IOException("the answer ends in the middle", e);
    } catch (JsonProcessingException e) {
      String type = headers.first("Content-Type").orElse("no content type");
      throw failed(
          request,
          "answered " + status + " with a body that is no JSON (" + type + "); expected JSON");
    } catch (LimitedInput.AnswerTooLarge e) {
      throw failed(request, e.getMessage() + "; expected less: ask for smaller pages");
    } finally {
      RequestLog.answered(LOG, request.what(), request.call(), status, body);
      request.waited(WaitReason.CONNECTION, ConnectionWait.take());
      request.answered(status);
    }
  }

  private void redirect(PageRequest request, int status, Headers headers) {
    ApiRequest from = request.target();
    String location = headers.first("Location").orElse("");
    Optional<String> target = Urls.resolve(from.url(), location);
    boolean safe = from.method().equals("GET") || from.method().equals("HEAD") || status >= 307;
    if (target.isEmpty() || !safe) {
      throw failed(request, "answered " + status + " without an address to go to; expected 2xx");
    }
    ApiRequest next = from.withUrl(target.get());
    if (!next.origin().equals(from.origin())
        && !settings.allowedOrigins().contains(next.origin())) {
      throw failed(
          request,
          "redirected to another host ("
              + next.origin()
              + "); expected the API's own: add it to allowed_hosts if it may be called");
    }
    if (request.redirects() >= MAX_REDIRECTS) {
      throw failed(request, "redirected " + MAX_REDIRECTS + " times; expected an answer");
    }
    request.redirectedTo(next);
    throw new Redirected();
  }

  private static SourceException failed(PageRequest request, String reason) {
    return SourceException.failed(request.request(), request.page(), reason);
  }

  /**
   * The request that was to be answered failed for good: whoever waits for it has to ask himself.
   */
  private record ReleaseClaim(PageCache pages, String key) implements Synchronization {
    @Override
    public void onComplete(Exchange exchange) {
      pages.release(key);
    }

    @Override
    public void onFailure(Exchange exchange) {
      pages.release(key);
    }
  }
}
