package dev.portage.route.trace;

import io.opentelemetry.api.trace.Span;

/**
 * A span that has begun.
 *
 * @param about a kind in a run, a run, a page, a call or a batch
 */
record OpenSpan(Place place, Object about, Span span) {}
