package dev.portage.route.trace;

import dev.portage.catalog.Outcome;
import dev.portage.http.ApiResponse;
import dev.portage.http.SourceException;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.RunState;
import dev.portage.route.call.CallFailed;
import dev.portage.route.run.KindProgress;
import dev.portage.route.run.PageRequest;
import dev.portage.route.run.Upsert;
import dev.portage.route.source.Redirected;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * What a span says at its end: status, counts, and the type of what went wrong. Never the message
 * of an exception, which may hold values.
 */
final class SpanEnd {
  private SpanEnd() {}

  static void describe(OpenSpan open, Exchange exchange) {
    Span span = open.span();
    if (!span.isRecording()) {
      return;
    }
    switch (open.place()) {
      case KIND -> counts((KindProgress) open.about(), span);
      case BATCH -> outcomes(((Upsert) open.about()).outcomes(), span);
      case PAGE -> {
        span.setAttribute(Keys.ATTEMPT, ((PageRequest) open.about()).call().attempt());
        answer(exchange, span);
      }
      default -> answer(exchange, span);
    }
    failure(exchange.getException(), span);
  }

  private static void counts(KindProgress kind, Span span) {
    KindCounts counts = kind.counts().counts();
    span.setAttribute(Keys.count("pages"), counts.pages());
    span.setAttribute(Keys.count("read"), counts.read());
    span.setAttribute(Keys.count("filtered"), counts.filtered());
    span.setAttribute(Keys.count("skipped"), counts.skipped());
    span.setAttribute(Keys.count("mapped"), counts.mapped());
    span.setAttribute(Keys.count("unchanged"), counts.unchanged());
    span.setAttribute(Keys.count("created"), counts.created());
    span.setAttribute(Keys.count("updated"), counts.updated());
    span.setAttribute(Keys.count("rejected"), counts.rejected());
    span.setAttribute(Keys.count("unmatched"), counts.unmatched());
    span.setAttribute(Keys.count("failed"), counts.failed());
    RunState state = kind.counts().state();
    span.setAttribute(Keys.STATE, state.name().toLowerCase(Locale.ROOT));
    if (state != RunState.COMPLETE) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  private static void outcomes(List<Outcome> outcomes, Span span) {
    span.setAttribute(Keys.count("unchanged"), number(outcomes, Outcome.Unchanged.class));
    span.setAttribute(Keys.count("written"), number(outcomes, Outcome.Upserted.class));
    span.setAttribute(Keys.count("rejected"), number(outcomes, Outcome.Rejected.class));
    long failed = number(outcomes, Outcome.Failed.class);
    span.setAttribute(Keys.count("failed"), failed);
    if (failed > 0) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  private static long number(List<Outcome> outcomes, Class<? extends Outcome> type) {
    return outcomes.stream().filter(type::isInstance).count();
  }

  private static void answer(Exchange exchange, Span span) {
    if (exchange.getException() == null
        && exchange.getMessage().getBody() instanceof ApiResponse answer) {
      status(answer.status(), span);
    }
  }

  private static void status(int status, Span span) {
    span.setAttribute(Keys.STATUS, status);
    if (status >= 400) {
      span.setAttribute(Keys.ERROR, Integer.toString(status));
      span.setStatus(StatusCode.ERROR);
    }
  }

  private static void failure(@Nullable Exception failure, Span span) {
    if (failure == null || failure instanceof Redirected) {
      return;
    }
    span.setAttribute(Keys.ERROR, failure.getClass().getSimpleName());
    span.setStatus(StatusCode.ERROR);
    int status =
        failure instanceof CallFailed call
            ? call.answer().status()
            : failure instanceof SourceException source ? source.status() : 0;
    if (status > 0) {
      status(status, span);
    }
  }
}
