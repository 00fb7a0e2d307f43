package dev.portage.route.trace;

import org.apache.camel.CamelContext;
import org.apache.camel.NamedNode;
import org.apache.camel.NamedRoute;
import org.apache.camel.Processor;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.spi.InterceptStrategy;
import org.jspecify.annotations.Nullable;

/** Puts a span around the few nodes that are worth one; every other node stays as it is. */
final class TracedNodes implements InterceptStrategy {
  private final Spans spans;

  TracedNodes(Spans spans) {
    this.spans = spans;
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode definition, Processor target, @Nullable Processor next) {
    String id = definition.getId() == null ? "" : definition.getId();
    Place place = Place.of(route(definition), id.substring(id.lastIndexOf('/') + 1));
    return place == Place.NONE ? target : new TracedNode(target, place, spans);
  }

  private static String route(NamedNode definition) {
    NamedRoute route =
        definition instanceof ProcessorDefinition<?> processor
            ? ProcessorDefinitionHelper.getRoute(processor)
            : null;
    return route == null || route.getRouteId() == null ? "" : route.getRouteId();
  }
}
