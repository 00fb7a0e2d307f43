package dev.portage.route.trace;

import dev.portage.route.port.PortRequest;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.KindProgress;
import dev.portage.route.run.PageRequest;
import dev.portage.route.run.Run;
import dev.portage.route.run.Upsert;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The spans that are open, by what they are about. Parents are found by that and not by threads,
 * since an exchange changes threads as it likes. Only what a step calls by itself, in an exchange
 * of its own, finds its parent on the thread.
 */
final class Spans {
  private static final String TRACEPARENT = "traceparent";

  private final SpanStart start;
  private final boolean propagate;
  private final Map<Object, Span> open = new ConcurrentHashMap<>();
  private final Map<Object, Span> attempts = new ConcurrentHashMap<>();

  /**
   * No spans yet.
   *
   * @param propagate whether requests to the API say to which span they belong
   */
  Spans(Tracer tracer, boolean propagate) {
    this.start = new SpanStart(tracer);
    this.propagate = propagate;
  }

  /** The span of a node begins. */
  OpenSpan begin(Place place, Exchange exchange) {
    OpenSpan begun =
        switch (place) {
          case KIND -> kind(exchange);
          case RECONCILIATION -> {
            Run run = run(exchange);
            yield new OpenSpan(place, run, start.reconciliation(run));
          }
          case PAGE -> page(exchange);
          case BATCH -> {
            Upsert upsert = upsert(exchange);
            yield new OpenSpan(place, upsert, start.batch(upsert, open.get(upsert.kind())));
          }
          case SOURCE_CALL -> {
            PageRequest request = exchange.getVariable("request", PageRequest.class);
            Span parent = request.isLogin() ? Span.current() : open.get(request);
            yield new OpenSpan(place, request, start.sourceCall(request, parent));
          }
          default -> portCall(exchange);
        };
    spansOf(place).put(begun.about(), begun.span());
    return begun;
  }

  /** Attempts have a map of their own: a page and its attempt are about the same request. */
  private Map<Object, Span> spansOf(Place place) {
    return place == Place.SOURCE_CALL || place == Place.PORT_CALL ? attempts : open;
  }

  private OpenSpan kind(Exchange exchange) {
    Run run = run(exchange);
    KindPlan plan = exchange.getMessage().getBody(KindPlan.class);
    return new OpenSpan(Place.KIND, run.kind(plan.position()), start.kind(run, plan));
  }

  private OpenSpan page(Exchange exchange) {
    PageRequest request = exchange.getVariable("request", PageRequest.class);
    KindProgress kind = run(exchange).kind(request.endpoint().plan().position());
    return new OpenSpan(Place.PAGE, request, start.page(request, open.get(kind)));
  }

  private OpenSpan portCall(Exchange exchange) {
    PortRequest request = exchange.getVariable("request", PortRequest.class);
    Object upsert = exchange.getVariable("upsert");
    Span parent = upsert == null ? Span.current() : open.get(upsert);
    return new OpenSpan(Place.PORT_CALL, request, start.portCall(request, parent));
  }

  /** The span of the batch that the exchange carries. */
  OpenSpan batch(Exchange exchange) {
    Upsert upsert = upsert(exchange);
    Span span = open.get(upsert);
    return new OpenSpan(Place.BATCH, upsert, span == null ? Span.getInvalid() : span);
  }

  /** The span ends as the exchange says. */
  void end(OpenSpan ended, Exchange exchange) {
    spansOf(ended.place()).remove(ended.about());
    SpanEnd.describe(ended, exchange);
    ended.span().end();
  }

  /** What a step that calls by itself belongs to; one that records nothing where there is none. */
  Span owner(Exchange exchange) {
    Span attempt = found(attempts, exchange.getVariable("request"));
    Span batch = attempt != null ? attempt : found(open, exchange.getVariable("upsert"));
    Span owner = batch != null ? batch : found(open, exchange.getVariable("run"));
    return owner == null ? Span.getInvalid() : owner;
  }

  private static @Nullable Span found(Map<Object, Span> spans, @Nullable Object about) {
    return about == null ? null : spans.get(about);
  }

  /** Says to the API to which span a request belongs, where that is wanted (W3C Trace Context). */
  void propagate(Span span, Exchange exchange) {
    SpanContext context = span.getSpanContext();
    if (propagate && context.isValid() && exchange.getException() == null) {
      String flags = context.getTraceFlags().asHex();
      String parent = "00-" + context.getTraceId() + "-" + context.getSpanId() + "-" + flags;
      exchange.getMessage().setHeader(TRACEPARENT, parent);
    }
  }

  private static Upsert upsert(Exchange exchange) {
    return exchange.getVariable("upsert", Upsert.class);
  }

  private static Run run(Exchange exchange) {
    return exchange.getVariable("run", Run.class);
  }
}
