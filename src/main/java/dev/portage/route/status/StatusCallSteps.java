package dev.portage.route.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.portage.auth.Credential;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Decision;
import dev.portage.http.Failure;
import dev.portage.http.Headers;
import dev.portage.http.RetryPolicy;
import dev.portage.route.call.CallFailed;
import dev.portage.route.call.HttpMessages;
import dev.portage.route.call.JsonBody;
import dev.portage.route.call.LimitedInput;
import dev.portage.route.port.PortAccess;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.RepeatableCalls;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of a call that tells of a run. Nobody waits for it, so it is tried twice at most, and
 * not again after a silence; and it says nothing in the log, which may be what it carries.
 */
public final class StatusCallSteps implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(StatusCallSteps.class);
  private static final RetryPolicy POLICY =
      new RetryPolicy(
          2,
          2,
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(4));

  /** Connect, write, and every silence while an answer is read. */
  static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final PortAccess port;

  StatusCallSteps(PortAccess port) {
    this.port = port;
  }

  /** Begins a call. */
  public StatusCall open(@Body StatusRequest request) {
    return StatusCall.of(request);
  }

  /**
   * Puts the request into the message, with our token where it may go there. What goes to Port
   * itself keeps to the rate limit that entities need, too.
   */
  public void sign(@Variable("request") StatusCall call, Message message) {
    ApiRequest signed = call.request().request();
    if (call.request().signed()) {
      Credential token = port.token();
      call.sent().signedWith(token);
      signed = token.withHeaders(signed);
    }
    HttpMessages.write(signed.withHeader("Accept", "application/json"), message);
    if (port.isOwn(signed)) {
      call.sent().enter(port.pace());
    }
    LOG.debug("{}: {}", call.request().what(), signed.method());
  }

  /** The answer when it is a success. */
  public ApiResponse readAnswer(@Variable("request") StatusCall call, Message message)
      throws IOException {
    Headers headers = HttpMessages.headers(message);
    int status = HttpMessages.status(message);
    if (port.isOwn(call.request().request())) {
      port.pace().heard(headers);
    }
    try (LimitedInput body = HttpMessages.body(message, Duration.ZERO)) {
      if (status < 200 || status > 299) {
        throw new CallFailed(new Failure.Answer(status, headers));
      }
      ApiResponse answer = JsonBody.answer(status, headers, body);
      HttpMessages.forget(message);
      return answer;
    } catch (JsonProcessingException e) {
      // Who takes in metrics and logs need not answer in JSON.
      return new ApiResponse(status, headers, MissingNode.getInstance());
    } finally {
      call.sent().leave();
    }
  }

  /** Looks at a failed attempt: a short pause before the next one, or what was wrong for good. */
  @Override
  public void process(Exchange exchange) {
    StatusCall call = exchange.getVariable("request", StatusCall.class);
    call.sent().leave();
    Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    Duration pause = Duration.ZERO;
    if (thrown instanceof CallFailed || thrown instanceof IOException) {
      pause = afterFailure(exchange, call, thrown);
    } else {
      call.sent().call().end();
    }
    exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, pause.toMillis());
  }

  private Duration afterFailure(Exchange exchange, StatusCall call, Exception thrown) {
    Failure failure = thrown instanceof CallFailed failed ? failed.answer() : Failure.of(thrown);
    int renewals = call.request().signed() ? 1 : 0;
    Decision decision =
        call.sent()
            .call()
            .decide(POLICY, failure, mayBeRepeated(call.request().request(), failure), renewals);
    if (decision instanceof Decision.Wait wait) {
      return wait.duration();
    }
    if (decision instanceof Decision.Reauthenticate) {
      port.reject(call.sent().credential());
    } else {
      exchange.setProperty(Exchange.EXCEPTION_CAUGHT, explained(call, failure, thrown));
    }
    return Duration.ZERO;
  }

  /** What adds up is sent once, unless it was turned away before anything came of it. */
  static boolean mayBeRepeated(ApiRequest request, Failure failure) {
    boolean turnedAway =
        failure instanceof Failure.Answer answer
            && (answer.status() == 429 || answer.status() == 503);
    return turnedAway || RepeatableCalls.contains(request);
  }

  private static PortUnavailable explained(StatusCall call, Failure failure, Exception thrown) {
    String found =
        failure instanceof Failure.Answer answer
            ? "answered " + answer.status()
            : HttpMessages.transportFault(thrown);
    return new PortUnavailable(call.request().what() + ": " + found + "; expected 2xx", thrown);
  }

  /** Whether another attempt follows. */
  public boolean again(Exchange exchange) {
    return exchange.getVariable("request", StatusCall.class).sent().call().again();
  }
}
