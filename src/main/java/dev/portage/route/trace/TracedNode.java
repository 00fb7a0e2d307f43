package dev.portage.route.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.processor.DelegateAsyncProcessor;

/** A node with a span around it, which ends when the node has, on whichever thread that is. */
final class TracedNode extends DelegateAsyncProcessor {
  private final Place place;
  private final Spans spans;

  TracedNode(Processor target, Place place, Spans spans) {
    super(target);
    this.place = place;
    this.spans = spans;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    switch (place) {
      case CALLER, SIGNATURE -> {
        return call(exchange, callback);
      }
      case BATCH -> {
        spans.begin(place, exchange);
        return call(exchange, callback);
      }
      case BATCH_END -> {
        return process(spans.batch(exchange), exchange, callback);
      }
      default -> {
        return process(spans.begin(place, exchange), exchange, callback);
      }
    }
  }

  private boolean process(OpenSpan span, Exchange exchange, AsyncCallback callback) {
    return super.process(
        exchange,
        done -> {
          try {
            spans.end(span, exchange);
          } finally {
            callback.done(done);
          }
        });
  }

  /**
   * These steps are beans: they are over when this returns, so that what they call on this thread
   * finds its parent there.
   */
  private boolean call(Exchange exchange, AsyncCallback callback) {
    Span owner = spans.owner(exchange);
    AsyncCallback after =
        done -> {
          if (place == Place.SIGNATURE) {
            spans.propagate(owner, exchange);
          }
          callback.done(done);
        };
    return Context.current().with(owner).wrapSupplier(() -> super.process(exchange, after)).get();
  }
}
