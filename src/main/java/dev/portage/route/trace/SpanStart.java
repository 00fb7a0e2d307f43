package dev.portage.route.trace;

import dev.portage.route.port.PortRequest;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.PageRequest;
import dev.portage.route.run.Run;
import dev.portage.route.run.Upsert;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Begins spans, with what is known at their beginning: names and numbers, never a value. */
final class SpanStart {
  private static final Tracer NOTHING = TracerProvider.noop().get("none");

  private final Tracer tracer;

  SpanStart(Tracer tracer) {
    this.tracer = tracer;
  }

  /** A kind in a run. */
  Span kind(Run run, KindPlan plan) {
    return root("kind " + plan.resource().kind(), run)
        .setAttribute(Keys.KIND, plan.resource().kind())
        .startSpan();
  }

  /** What follows after the kinds of a run. */
  Span reconciliation(Run run) {
    return root("reconciliation", run).startSpan();
  }

  private SpanBuilder root(String name, Run run) {
    return tracer
        .spanBuilder(name)
        .setNoParent()
        .setAttribute(Keys.RUN, run.record().id().toString());
  }

  /** One page, with all attempts at it. */
  Span page(PageRequest request, @Nullable Span parent) {
    return about(below(parent, "page"), request).startSpan();
  }

  /** One attempt at the API. */
  Span sourceCall(PageRequest request, @Nullable Span parent) {
    String method = request.request().method();
    String name = method + " " + (request.isLogin() ? "(login)" : request.endpoint().template());
    return about(below(parent, name), request)
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute(Keys.METHOD, method)
        .setAttribute(Keys.ATTEMPT, request.call().attempt())
        .startSpan();
  }

  private static SpanBuilder about(SpanBuilder builder, PageRequest request) {
    return request.isLogin()
        ? builder
        : builder
            .setAttribute(Keys.KIND, request.endpoint().plan().resource().kind())
            .setAttribute(Keys.TEMPLATE, request.endpoint().template())
            .setAttribute(Keys.PAGE, request.page());
  }

  /** A batch on its way to Port: to be compared with what Port holds, or to be written. */
  Span batch(Upsert upsert, @Nullable Span parent) {
    return below(parent, upsert.isCompared() ? "batch" : "comparison")
        .setAttribute(Keys.KIND, upsert.kind().counts().kind())
        .setAttribute(Keys.ENTITIES, upsert.batch().entities().size())
        .startSpan();
  }

  /** One attempt at Port. */
  Span portCall(PortRequest request, @Nullable Span parent) {
    String template = request.template();
    SpanBuilder builder =
        below(parent, request.method() + " " + template)
            .setSpanKind(SpanKind.CLIENT)
            .setAttribute(Keys.METHOD, request.method())
            .setAttribute(Keys.TEMPLATE, template)
            .setAttribute(Keys.ATTEMPT, request.call().attempt());
    return request.entities() < 0
        ? builder.startSpan()
        : builder.setAttribute(Keys.ENTITIES, request.entities()).startSpan();
  }

  /** What belongs to nothing is left out: a trace of one call tells nobody anything. */
  private SpanBuilder below(@Nullable Span parent, String name) {
    return parent == null || !parent.getSpanContext().isValid()
        ? NOTHING.spanBuilder(name)
        : tracer.spanBuilder(name).setParent(Context.root().with(parent));
  }
}
