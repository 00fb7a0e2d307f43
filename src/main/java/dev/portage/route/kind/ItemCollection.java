package dev.portage.route.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.catalog.Entity;
import dev.portage.mapping.MappingResult;
import dev.portage.route.call.Failures;
import dev.portage.route.run.KindProgress;
import dev.portage.route.run.Run;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** Gathers the entities of a page, and counts what became of every item: it has exactly one end. */
final class ItemCollection implements AggregationStrategy {
  private final KindSteps steps;

  /** What a page gave. */
  record Entities(List<Entity> list) {}

  ItemCollection(KindSteps steps) {
    this.steps = steps;
  }

  @Override
  public Exchange aggregate(@Nullable Exchange before, Exchange item) {
    Run run = item.getVariable("run", Run.class);
    Entities entities =
        before == null
            ? new Entities(new ArrayList<>())
            : before.getMessage().getBody(Entities.class);
    count(run, item, entities.list());
    item.setException(null);
    item.getMessage().setBody(entities);
    return item;
  }

  private void count(Run run, Exchange item, List<Entity> entities) {
    KindProgress kind = steps.progress(run);
    Object body = item.getMessage().getBody();
    if (item.getException() != null) {
      kind.counts().skipped(Failures.words(item.getException()), true);
    } else if (body instanceof MappingResult.Mapped mapped) {
      kind.counts().mapped(mapped.entity());
      run.relations().add(mapped.entity());
      entities.add(mapped.entity());
    } else if (body instanceof MappingResult.Skip skip) {
      kind.counts().skipped(skip.reason(), skip.doubt());
    } else if (body instanceof JsonNode) {
      kind.counts().filtered(1);
    } else {
      kind.counts().skipped("the item ended as " + body + "; expected an entity", true);
    }
  }
}
