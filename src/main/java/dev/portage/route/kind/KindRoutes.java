package dev.portage.route.kind;

import dev.portage.config.Resource;
import dev.portage.config.SourceSettings;
import dev.portage.route.call.BoundedThreads;
import dev.portage.route.call.Failures;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.Slug;
import dev.portage.route.watch.KindIdentity;
import dev.portage.route.watch.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generates a route for each resource of the mapping, and removes those whose resource is gone or
 * has changed.
 */
public final class KindRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(KindRoutes.class);

  private final CamelContext context;
  private final SourceSettings source;
  private final ParameterPages parameterPages;
  private final ExecutorService endpoints;
  private final KindTriggers triggers;
  private final Watch watch;
  private final Map<String, KindPlan> present = new LinkedHashMap<>();
  private final Map<String, KindSteps> steps = new HashMap<>();
  private final Map<String, ExecutorService> ownThreads = new HashMap<>();

  /**
   * No routes yet.
   *
   * @param endpoints the threads that fetch endpoints, for all kinds that set no limit of their own
   * @param triggers of kinds that also run on their own
   * @param watch is told which kinds there are
   */
  public KindRoutes(
      CamelContext context,
      SourceSettings source,
      ExecutorService endpoints,
      KindTriggers triggers,
      Watch watch) {
    this.context = context;
    this.source = source;
    this.parameterPages = new ParameterPages(context.createProducerTemplate(), source);
    this.endpoints = endpoints;
    this.triggers = triggers;
    this.watch = watch;
  }

  /**
   * Makes the routes those of a mapping; a route whose resource is as it was stays, with its
   * counters, also when the resource stands elsewhere in the mapping.
   */
  public synchronized List<KindPlan> follow(List<Resource> resources) {
    Slug slugs = new Slug();
    List<KindPlan> plans = new ArrayList<>();
    for (Resource resource : resources) {
      plans.add(KindPlan.of(plans.size(), slugs.of(resource.kind()), resource));
    }
    for (KindPlan old : List.copyOf(present.values())) {
      if (plans.stream().noneMatch(plan -> plan.isSameAs(old))) {
        remove(old);
      }
    }
    Set<String> unchanged = Set.copyOf(present.keySet());
    for (KindPlan plan : plans) {
      KindSteps there = steps.get(plan.slug());
      if (there == null) {
        add(plan);
      } else {
        there.follow(plan);
        present.put(plan.slug(), plan);
      }
    }
    triggers.follow(plans);
    watch.follow(plans.stream().map(KindRoutes::identity).toList(), unchanged);
    return List.copyOf(plans);
  }

  private void add(KindPlan plan) {
    String slug = plan.slug();
    KindSteps kind = new KindSteps(plan, source, parameterPages);
    bind(plan, kind);
    generate("kind-" + slug, "kind", description(plan), Map.of("kind", slug));
    for (String parameter : plan.parameters()) {
      String name = plan.parameterSlug(parameter);
      var path = plan.parameter(parameter);
      context.getRegistry().bind(name, new ParameterSteps(kind, parameter));
      generate(
          "parameter-" + name,
          "parameter",
          path.request().method() + " " + path.request().template().text(),
          Map.of("parameter", name));
    }
    present.put(slug, plan);
    steps.put(slug, kind);
    LOG.info("Route kind-{} reads {}", slug, plan.resource().kind());
  }

  private static KindIdentity identity(KindPlan plan) {
    Resource resource = plan.resource();
    return new KindIdentity(
        plan.slug(),
        resource.index(),
        resource.kind(),
        resource.literalBlueprint().orElse(resource.blueprintText()),
        resource.selector().request().method(),
        resource.selector().request().template().shown(),
        description(plan));
  }

  /** What the tree and the diagram of a console show. */
  private static String description(KindPlan plan) {
    Resource resource = plan.resource();
    return "%s %s where %s becomes %s"
        .formatted(
            resource.selector().request().method(),
            resource.kind(),
            resource.selector().query(),
            resource.literalBlueprint().orElse(resource.blueprintText()));
  }

  private void bind(KindPlan plan, KindSteps kind) {
    var registry = context.getRegistry();
    registry.bind(plan.slug(), kind);
    registry.bind(plan.slug() + "-selector", plan.resource().selector().query());
    registry.bind("enrich-of-" + plan.slug(), Processor.class, (Processor) kind::enrich);
    registry.bind("transform-of-" + plan.slug(), Processor.class, (Processor) kind::transform);
    registry.bind("items-of-" + plan.slug(), new ItemCollection(kind));
    registry.bind("failures-of-" + plan.slug(), new EndpointFailures(kind));
    registry.bind("endpoints-of-" + plan.slug(), threads(plan));
  }

  private ExecutorService threads(KindPlan plan) {
    int limit = plan.resource().selector().maxConcurrentRequests();
    if (limit >= source.maxConcurrentRequests()) {
      return endpoints;
    }
    return ownThreads.computeIfAbsent(
        plan.slug(), slug -> BoundedThreads.pool("endpoints-" + slug, limit));
  }

  private void generate(
      String route, String template, String description, Map<String, Object> parameters) {
    try {
      TemplatedRouteBuilder.builder(context, template)
          // Placeholders in a description are not resolved by Camel.
          .handler(definition -> definition.getRoute().setDescription(description))
          .routeId(route)
          .prefixId(route + "/")
          .parameters(parameters)
          .add();
    } catch (Exception e) {
      throw new IllegalStateException(
          "route " + route + " could not be generated: " + Failures.words(e), e);
    }
  }

  private void remove(KindPlan plan) {
    drop(context, "kind-" + plan.slug());
    plan.parameters()
        .forEach(parameter -> drop(context, "parameter-" + plan.parameterSlug(parameter)));
    unbind(plan);
    LOG.info("Route kind-{} is removed: the mapping has no such resource any more", plan.slug());
    ExecutorService own = ownThreads.remove(plan.slug());
    if (own != null) {
      own.shutdown();
    }
    present.remove(plan.slug());
    steps.remove(plan.slug());
  }

  private void unbind(KindPlan plan) {
    var registry = context.getRegistry();
    registry.unbind(plan.slug());
    registry.unbind(plan.slug() + "-selector");
    registry.unbind("enrich-of-" + plan.slug());
    registry.unbind("transform-of-" + plan.slug());
    registry.unbind("items-of-" + plan.slug());
    registry.unbind("failures-of-" + plan.slug());
    registry.unbind("endpoints-of-" + plan.slug());
    plan.parameters().forEach(parameter -> registry.unbind(plan.parameterSlug(parameter)));
  }

  static void drop(CamelContext context, String route) {
    try {
      context.getRouteController().stopRoute(route);
      context.removeRoute(route);
    } catch (Exception e) {
      throw new IllegalStateException(
          "route " + route + " could not be removed: " + Failures.words(e), e);
    }
  }
}
