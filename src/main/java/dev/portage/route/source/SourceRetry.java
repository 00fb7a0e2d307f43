package dev.portage.route.source;

import dev.portage.auth.Authentication;
import dev.portage.auth.AuthenticationException;
import dev.portage.auth.CredentialCache;
import dev.portage.http.Decision;
import dev.portage.http.Failure;
import dev.portage.http.RetryPolicy;
import dev.portage.http.SourceException;
import dev.portage.route.call.CallFailed;
import dev.portage.route.call.HttpMessages;
import dev.portage.route.call.RequestLog;
import dev.portage.route.call.Stop;
import dev.portage.route.run.PageRequest;
import dev.portage.route.watch.WaitReason;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done about an attempt at the source API that failed: wait, log in again, follow a
 * redirect, or give up.
 */
public final class SourceRetry implements Processor {
  private static final Logger LOG = LoggerFactory.getLogger(SourceRetry.class);

  private static final int NO_ANSWER = 0;

  private final Authentication authentication;
  private final CredentialCache credentials;
  private final RetryPolicy policy = RetryPolicy.forSource();
  private final Stop stop;

  /** Decides by the policy of contract, section 6.2, and renews the credential that calls share. */
  public SourceRetry(Authentication authentication, CredentialCache credentials, Stop stop) {
    this.authentication = authentication;
    this.credentials = credentials;
    this.stop = stop;
  }

  /**
   * Looks at a failed attempt: waits, logs in again, or says what was wrong for good. The wait is
   * made here rather than by Camel, so that the end of the process cuts it short.
   */
  @Override
  public void process(Exchange exchange) {
    PageRequest request = exchange.getVariable("request", PageRequest.class);
    Exception thrown = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 0L);
    request.answered(NO_ANSWER);
    if (thrown instanceof Redirected) {
      request.call().goOn();
    } else if (thrown instanceof SourceException || thrown instanceof AuthenticationException) {
      request.call().end();
    } else {
      afterFailure(exchange, request, thrown);
    }
  }

  private void afterFailure(Exchange exchange, PageRequest request, Exception thrown) {
    Failure failure = thrown instanceof CallFailed failed ? failed.answer() : Failure.of(thrown);
    if (!(failure instanceof Failure.Answer)) {
      RequestLog.broken(LOG, request.what(), request.call(), thrown);
    }
    boolean repeatable = RetryPolicy.isRepeatable(request.target().method(), true);
    int renewals = !request.isLogin() && authentication.login().isPresent() ? 1 : 0;
    Decision decision = request.call().decide(policy, failure, repeatable, renewals);
    SourceException said = explained(request, failure, thrown, decision);
    if (decision instanceof Decision.Reauthenticate) {
      credentials.reject(request.credential());
      request.call().said(LOG.atInfo()).log("{}; logging in again", said.getMessage());
    } else {
      long begun = System.nanoTime();
      request.call().waitOrGiveUp(exchange, said, stop, Duration.ZERO);
      request.waited(reason(failure), System.nanoTime() - begun);
    }
  }

  private static WaitReason reason(Failure failure) {
    boolean limited = failure instanceof Failure.Answer answer && answer.status() == 429;
    return limited ? WaitReason.RATE_LIMIT : WaitReason.RETRY;
  }

  private static SourceException explained(
      PageRequest request, Failure failure, Exception thrown, Decision decision) {
    String why = decision instanceof Decision.GiveUp given ? given.reason() : "";
    if (failure instanceof Failure.Answer answer) {
      return SourceException.answered(request.target(), request.page(), answer.status(), why);
    }
    String reason = HttpMessages.transportFault(thrown) + (why.isEmpty() ? "" : " (" + why + ")");
    return SourceException.failed(
        request.request(), request.page(), reason + "; expected an answer");
  }

  /** Whether another attempt follows. */
  public boolean again(Exchange exchange) {
    return exchange.getVariable("request", PageRequest.class).call().again();
  }
}
