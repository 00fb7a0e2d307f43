package dev.portage.route.port;

import dev.portage.http.ApiRequest;
import dev.portage.http.Decision;
import dev.portage.http.Failure;
import dev.portage.http.RetryPolicy;
import dev.portage.http.Urls;
import dev.portage.route.call.CallFailed;
import dev.portage.route.call.HttpMessages;
import dev.portage.route.call.RequestLog;
import dev.portage.route.call.Stop;
import dev.portage.route.watch.WaitReason;
import dev.portage.sink.RepeatableCalls;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is done about an attempt at Port that failed: wait, take a new token, or give up. */
public final class PortRetry implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(PortRetry.class);

  /** While the process ends, only what a short wait may cure is tried again. */
  private static final Duration MOST_WHILE_STOPPING = Duration.ofSeconds(1);

  private static final int NO_ANSWER = 0;

  /** Tokens taken in succession for one call: Port may restart more than once. */
  private static final int RENEWALS = 3;

  private final PortAccess access;
  private final RetryPolicy policy;
  private final Stop stop;

  /** Decides by a policy, and renews the token that calls share. */
  public PortRetry(PortAccess access, RetryPolicy policy, Stop stop) {
    this.access = access;
    this.policy = policy;
    this.stop = stop;
  }

  /**
   * Looks at a failed attempt: waits, takes a new token, or says what was wrong for good. The wait
   * is made here rather than by Camel, so that the end of the process cuts it short.
   */
  @Override
  public void process(Exchange exchange) {
    PortRequest request = exchange.getVariable("request", PortRequest.class);
    Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    request.leave();
    request.answered(NO_ANSWER);
    exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 0L);
    if (thrown instanceof CallFailed || thrown instanceof IOException) {
      afterFailure(exchange, request, thrown);
    } else {
      request.call().end();
    }
  }

  private void afterFailure(Exchange exchange, PortRequest request, Exception thrown) {
    Failure failure = thrown instanceof CallFailed failed ? failed.answer() : Failure.of(thrown);
    if (!(failure instanceof Failure.Answer)) {
      RequestLog.broken(LOG, request.what(), request.call(), thrown);
    }
    int renewals = request.isLogin() ? 0 : RENEWALS;
    boolean repeatable = RepeatableCalls.contains(request.request());
    Decision decision = request.call().decide(policy, failure, repeatable, renewals);
    String said = call(request) + explained(request, failure, thrown, decision);
    if (decision instanceof Decision.Reauthenticate) {
      access.reject(request.credential());
      request.call().said(LOG.atInfo()).log("{}; taking a new token", said);
    } else {
      PortUnavailable why = new PortUnavailable(said, thrown);
      long begun = System.nanoTime();
      request.call().waitOrGiveUp(exchange, why, stop, MOST_WHILE_STOPPING);
      request.waited(reason(failure), System.nanoTime() - begun);
      if (!request.call().again()) {
        request.failed(said);
      }
    }
  }

  private static WaitReason reason(Failure failure) {
    boolean limited = failure instanceof Failure.Answer answer && answer.status() == 429;
    return limited ? WaitReason.PORT_PACE : WaitReason.RETRY;
  }

  private static String call(PortRequest request) {
    ApiRequest sent = request.request();
    return "Port: " + sent.method() + " " + Urls.path(sent.address()) + ": ";
  }

  private String explained(
      PortRequest request, Failure failure, Exception thrown, Decision decision) {
    String why =
        decision instanceof Decision.GiveUp given && !given.reason().isEmpty()
            ? " (" + given.reason() + ")"
            : "";
    if (!(failure instanceof Failure.Answer answer)) {
      return HttpMessages.transportFault(thrown)
          + why
          + "; expected an answer from "
          + access.baseUrl();
    }
    boolean unauthorized = answer.status() == 401;
    return "answered "
        + answer.status()
        + (unauthorized ? " (unauthorized)" : "")
        + why
        + (unauthorized && request.isLogin()
            ? "; expected other values of OCEAN__PORT__CLIENT_ID and OCEAN__PORT__CLIENT_SECRET"
            : "; expected 2xx");
  }

  /** Whether another attempt follows. */
  public boolean again(Exchange exchange) {
    return exchange.getVariable("request", PortRequest.class).call().again();
  }
}
