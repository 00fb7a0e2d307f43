package dev.portage.route.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.Outcome;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.route.call.Failures;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.route.run.KindProgress;
import dev.portage.route.run.LogContext;
import dev.portage.route.run.Run;
import dev.portage.route.run.Upsert;
import dev.portage.sink.Comparison;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import dev.portage.sink.UpsertAnswer;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code port-upsert}. */
public final class UpsertSteps {
  private static final Logger LOG = LoggerFactory.getLogger(UpsertSteps.class);

  private final PortApi api;
  private final PortClient port;

  /** Writes through these calls. */
  public UpsertSteps(PortApi api, PortClient port) {
    this.api = api;
    this.port = port;
  }

  /** Leaves out what Port holds already as it is; the rest goes into calls of the kind. */
  public void diff(@Variable("upsert") Upsert upsert) {
    upsert.taken();
    LogContext.kind(upsert.run(), upsert.kind().plan(), "load");
    if (upsert.isCompared()) {
      return;
    }
    try {
      compare(upsert);
    } finally {
      // Whatever happens, the kind does not wait for this comparison any longer.
      upsert.kind().compared();
    }
  }

  private void compare(Upsert upsert) {
    Comparison comparison = new Comparison(upsert.run().mapping().enableMergeEntity());
    List<Entity> group = upsert.batch().entities();
    Comparison.Verdict verdict =
        comparison.judge(group, held(upsert, comparison), upsert.run().record()::wasSent);
    verdict.unchanged().forEach(entity -> upsert.settle(List.of(new Outcome.Unchanged(entity))));
    verdict.changed().forEach(entity -> entity.key().ifPresent(upsert.run().record()::sending));
    upsert.send(verdict.changed());
  }

  /** What Port holds of a batch; nothing when it cannot say, so that everything is sent. */
  private List<JsonNode> held(Upsert upsert, Comparison comparison) {
    List<Entity> comparable = Comparison.comparable(upsert.batch().entities());
    if (comparable.isEmpty() || !upsert.run().isComparing()) {
      return List.of();
    }
    try {
      List<String> included = comparison.included(upsert.kind().fields());
      ApiRequest search = api.entities().search(comparable, included);
      return api.entities().readSearch(port.call(search, upsert));
    } catch (PortUnavailable | PortException e) {
      if (upsert.run().stopComparing()) {
        LOG.warn("{}; every entity of this run is sent, changed or not", e.getMessage());
      }
      return List.of();
    }
  }

  /** True while a call is to be made. */
  public boolean untilWritten(@Variable("upsert") Upsert upsert) {
    return upsert.isUnsent();
  }

  /** The next call to make. */
  public ApiRequest nextCall(@Variable("upsert") Upsert upsert) {
    return api.entities().bulkUpsert(upsert.nextCall(), upsert.run().upsertOptions());
  }

  /** Takes in what Port said of each entity; a refused call is split. */
  public void readOutcome(@Body ApiResponse answer, @Variable("upsert") Upsert upsert) {
    UpsertAnswer read = UpsertAnswer.read(upsert.nextCall(), answer);
    if (read instanceof UpsertAnswer.Split split) {
      LOG.atDebug()
          .addKeyValue("status", answer.status())
          .log(
              "kind {}: Port refused a call with {}; it is split into {} and {} entities",
              upsert.kind().counts().kind(),
              answer.status(),
              split.first().entities().size(),
              split.second().entities().size());
    }
    upsert.answered(read);
  }

  /** A call failed for good: what is not written yet, is not. */
  public void giveUp(@Variable("upsert") Upsert upsert, Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    LOG.warn("kind {}: {}", upsert.kind().counts().kind(), Failures.words(failure));
    upsert.giveUp(Failures.words(failure));
  }

  /**
   * Counts every outcome; an entity that lacks a relation may be tried again at the end of the run.
   */
  public void remember(@Variable("upsert") Upsert upsert) {
    try {
      upsert.outcomes().forEach(outcome -> remember(upsert, outcome));
    } finally {
      // Whatever happens, nobody waits for this batch any longer: what has no outcome shows in the
      // counts.
      upsert.kind().ended(upsert);
    }
  }

  private static void remember(Upsert upsert, Outcome outcome) {
    boolean later = !upsert.run().mapping().createMissingRelatedEntities();
    if (later && outcome instanceof Outcome.Rejected rejected && rejected.mayLackRelation()) {
      upsert.run().unrelated().add(new Run.Unrelated(upsert.kind(), rejected));
    } else {
      record(upsert.kind(), outcome);
    }
  }

  /** Counts one final outcome; says what Port refused. */
  static void record(KindProgress kind, Outcome outcome) {
    kind.record(outcome);
    if (outcome instanceof Outcome.Rejected rejected && kind.counts().rejections().count() <= 10) {
      String name =
          rejected.entity().key().map(key -> key.identifier()).orElse("(search identifier)");
      LOG.warn(
          "kind {}: Port rejected {} of {}: {} {}: {}",
          kind.counts().kind(),
          name,
          rejected.entity().blueprint(),
          rejected.status(),
          rejected.code(),
          rejected.message());
    }
  }
}
