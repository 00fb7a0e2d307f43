package dev.portage.route.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.catalog.EntityBatch;
import dev.portage.config.Resource;
import dev.portage.config.SourceSettings;
import dev.portage.http.ApiResponse;
import dev.portage.mapping.Items;
import dev.portage.mapping.ItemsToParse;
import dev.portage.mapping.MappingResult;
import dev.portage.mapping.ParentValues;
import dev.portage.mapping.PathParameter;
import dev.portage.route.run.Endpoint;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.KindProgress;
import dev.portage.route.run.LogContext;
import dev.portage.route.run.Page;
import dev.portage.route.run.PageRequest;
import dev.portage.route.run.Run;
import dev.portage.route.run.Upsert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;

/**
 * The steps of a {@code kind} route, in the order in which an item meets them; named as the nodes
 * of the route.
 */
public final class KindSteps {
  /** Items that are worked on together; most pages are smaller. */
  private static final int SLICE = 1000;

  private volatile KindPlan plan;
  private volatile ParentValues parents;
  private final SourceSettings source;
  private final ParameterPages parameterPages;

  KindSteps(KindPlan plan, SourceSettings source, ParameterPages parameterPages) {
    this.plan = plan;
    this.parents = parents(plan);
    this.source = source;
    this.parameterPages = parameterPages;
  }

  private static ParentValues parents(KindPlan plan) {
    Resource resource = plan.resource();
    return ParentValues.of(resource.mapping(), resource.selector().query(), plan.parameters());
  }

  /** Carries out the same resource of another mapping from now on; only between two runs. */
  void follow(KindPlan next) {
    plan = next;
    parents = parents(next);
  }

  /** Where the kind stands in a run. */
  KindProgress progress(Run run) {
    return run.kind(plan.position());
  }

  /** One of the path parameters. */
  PathParameter parameter(String name) {
    return plan.parameter(name);
  }

  private Resource resource() {
    return plan.resource();
  }

  /**
   * One endpoint, or one for each combination of path parameter values, found while they are taken.
   */
  public Iterator<Endpoint> eachEndpoint(@Variable("run") Run run) {
    LogContext.kind(run, plan, "extract");
    progress(run).begin();
    if (progress(run).isToEnd()) {
      return Collections.emptyIterator();
    }
    if (plan.parameters().isEmpty()) {
      return List.of(endpoint(run, Map.of())).iterator();
    }
    Discovery combinations =
        new Discovery(plan.parameters(), step -> parameterPages.of(run, plan, step));
    return new FoundEndpoints(progress(run), combinations, values -> endpoint(run, values));
  }

  /**
   * Endpoints for the values found; a discovery that fails ends them, and what was found before is
   * used.
   */
  private record FoundEndpoints(
      KindProgress progress,
      Discovery combinations,
      Function<Map<String, String>, Endpoint> endpoint)
      implements Iterator<Endpoint> {
    @Override
    public boolean hasNext() {
      try {
        return !progress.isToEnd() && combinations.hasNext();
      } catch (DiscoveryFailed e) {
        progress.failed(e);
        return false;
      }
    }

    @Override
    public Endpoint next() {
      return endpoint.apply(combinations.next());
    }
  }

  private Endpoint endpoint(Run run, Map<String, String> values) {
    return Endpoint.of(run, source, plan, resource().selector().request(), values);
  }

  /** The request for the first page of an endpoint. */
  public PageRequest firstRequest(@Body Endpoint endpoint, @Variable("run") Run run) {
    LogContext.kind(run, plan, "extract");
    return endpoint.firstPage();
  }

  /** True while there is a page to be fetched. */
  public boolean untilLastPage(@Variable("request") PageRequest request) {
    return request.isWanted();
  }

  /** The items of a page, those that itemsToParse makes included. */
  public Page dataPath(
      @Body ApiResponse response,
      @Variable("request") PageRequest request,
      @Variable("run") Run run) {
    KindProgress progress = progress(run);
    Items found = request.itemsIn(resource().selector().dataPath(), response);
    progress.doubt(request.said(found.doubt()));
    run.status().examples(plan, found.items());
    List<JsonNode> items = parsed(found.items(), request, progress);
    progress.counts().page();
    progress.counts().read(items.size());
    boolean wholeBody =
        resource().selector().dataPath().isWholeBody() && response.body().isObject();
    return new Page(items, wholeBody ? items.size() : found.items().size(), response);
  }

  private List<JsonNode> parsed(List<JsonNode> raw, PageRequest request, KindProgress progress) {
    ItemsToParse parse = resource().itemsToParse();
    if (parse == null) {
      return raw;
    }
    List<JsonNode> items = new ArrayList<>();
    for (JsonNode item : raw) {
      Items parsed = parse.items(item);
      progress.doubt(request.said(parsed.doubt()));
      items.addAll(parsed.items());
    }
    return items;
  }

  /** The request for the next page; not wanted after the last. */
  public PageRequest nextRequest(
      @Body Page page, @Variable("request") PageRequest request, @Variable("run") Run run) {
    PageRequest next = request.endpoint().next(request, page, progress(run)::failed);
    return next.isWanted() && progress(run).isToEnd() ? request.noFurther() : next;
  }

  /**
   * A page in parts, so that of a large one neither all items nor all entities are in memory at the
   * same time.
   */
  public List<Page> slices(@Body Page page) {
    int size = page.items().size();
    if (size <= SLICE) {
      return List.of(page);
    }
    return IntStream.iterate(0, from -> from < size, from -> from + SLICE)
        .mapToObj(from -> page.items().subList(from, Math.min(size, from + SLICE)))
        .map(items -> new Page(items, page.counted(), page.response()))
        .toList();
  }

  /** What {@code items} splits. */
  public List<JsonNode> items(@Body Page page) {
    return page.items();
  }

  /**
   * The step {@code enrich}, without the reflection that would cost more than it: once for each
   * item.
   */
  void enrich(Exchange exchange) {
    Message message = exchange.getMessage();
    PageRequest request = exchange.getVariable("request", PageRequest.class);
    message.setBody(enrich(message.getBody(JsonNode.class), request));
  }

  /** The step {@code transform}. */
  void transform(Exchange exchange) {
    Message message = exchange.getMessage();
    Run run = exchange.getVariable("run", Run.class);
    message.setBody(transform(message.getBody(JsonNode.class), run));
  }

  /** The item with the values of its path parameters. */
  JsonNode enrich(JsonNode item, PageRequest request) {
    Map<String, String> values = request.values();
    return values.isEmpty() ? item : parents.enrich(item, values);
  }

  /** The entity that an item becomes, or why it becomes none. */
  MappingResult transform(JsonNode item, Run run) {
    return resource().mapping().map(item, progress(run).expressions());
  }

  /** What is left of a page when it is known that Port holds the rest as it is. */
  public Object known(@Body Object mapped, @Variable("run") Run run) {
    return mapped instanceof ItemCollection.Entities entities
        ? new ItemCollection.Entities(progress(run).unknown(entities.list()))
        : mapped;
  }

  /** The batches that are full now. */
  public List<EntityBatch> batches(@Body Object mapped, @Variable("run") Run run) {
    // A page without items leaves itself in the body.
    return mapped instanceof ItemCollection.Entities entities
        ? progress(run).batches(entities.list())
        : List.of();
  }

  /** What was left when the last page was read. */
  public List<EntityBatch> lastBatches(@Variable("run") Run run) {
    return progress(run).lastBatches();
  }

  /** A batch on its way to Port. */
  public Upsert batch(@Body EntityBatch batch, @Variable("run") Run run) {
    return progress(run).begin(batch);
  }

  /** Waits until every batch of the kind is compared with what Port holds. */
  public Object awaitCompared(@Variable("run") Run run) throws InterruptedException {
    progress(run).awaitCompared();
    return plan;
  }

  /** The calls that no batch filled. */
  public List<EntityBatch> leftOver(@Variable("run") Run run) {
    return progress(run).leftOver();
  }

  /** A call on its way to Port whose entities are compared already. */
  public Upsert leftOverCall(@Body EntityBatch call, @Variable("run") Run run) {
    return progress(run).beginCall(call);
  }

  /** There was room for the batch among those on their way to Port. */
  public void handedOver(@Body Upsert upsert) {
    upsert.handedOver();
  }

  /** Waits until every batch of the kind has its outcome. */
  public Object awaitUpserts(@Variable("run") Run run) throws InterruptedException {
    progress(run).awaitUpserts();
    LogContext.kind(run, plan, "load");
    progress(run).end();
    return plan;
  }
}
