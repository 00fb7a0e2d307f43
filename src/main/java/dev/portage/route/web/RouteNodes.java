package dev.portage.route.web;

import dev.portage.route.web.page.RouteNode;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedProcessorMBean;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.jspecify.annotations.Nullable;

/** Reads the steps of a route from Camel's model, and their counts from its management. */
final class RouteNodes {
  private final CamelContext context;

  RouteNodes(CamelContext context) {
    this.context = context;
  }

  /**
   * The steps of a route in their order; empty when there is none of that name. All kinds have the
   * same steps, so each node is known to the management with the name of its route before its own.
   */
  List<RouteNode> of(String route) {
    RouteDefinition definition = ((ModelCamelContext) context).getRouteDefinition(route);
    return definition == null ? List.of() : nodes(route, definition.getOutputs());
  }

  private List<RouteNode> nodes(String route, List<ProcessorDefinition<?>> steps) {
    return steps.stream().map(step -> node(route, step)).toList();
  }

  private RouteNode node(String route, ProcessorDefinition<?> step) {
    String id = step.getId() == null ? "" : step.getId();
    String name = id.substring(id.lastIndexOf('/') + 1);
    ManagedProcessorMBean managed = managed(route + "/" + name);
    String description = step.getDescriptionText();
    return new RouteNode(
        name,
        step.getShortName(),
        description == null ? "" : description,
        managed == null ? 0 : managed.getExchangesTotal(),
        managed == null ? 0 : managed.getExchangesFailed(),
        managed == null ? 0 : Math.max(0, managed.getMeanProcessingTime()),
        nodes(route, step.getOutputs()));
  }

  private @Nullable ManagedProcessorMBean managed(String id) {
    ManagedCamelContext management =
        context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    return management == null ? null : management.getManagedProcessor(id);
  }
}
