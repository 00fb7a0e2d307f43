package dev.portage.route.web.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.EndedRun;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.ProcessStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The status for programs (docs/observability.md). The moment is left out, so that the document
 * stays the same while nothing happens.
 *
 * @param shown the moment of it
 */
public record StatusJson(Snapshot shown) {

  /** Of the process, with every kind in short. */
  public ObjectNode process() {
    ProcessStatus status = shown.status();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("identifier", status.process().identifier());
    json.put("version", status.process().version());
    json.put("started", text(status.process().started()));
    json.put("phase", status.phase().text());
    if (shown.isRunning()) {
      Snapshot.Progress progress = shown.progress();
      json.putObject("run")
          .put("id", status.runId())
          .put("start", text(status.runStart()))
          .put("kinds_done", progress.over())
          .put("kinds", progress.all());
    } else {
      json.putNull("run");
    }
    lastRun(json, status.lastRun());
    json.put("deletion", status.deletion());
    json.put("next_resync", text(status.nextResync()));
    json.putObject("port")
        .put("ready", status.contact().ready())
        .put("failure", status.contact().failure());
    status.mistakes().forEach(json.putArray("mistakes")::add);
    ArrayNode kinds = json.putArray("kinds");
    shown.kinds().forEach(kind -> kinds.add(brief(kind)));
    return json;
  }

  private static void lastRun(ObjectNode json, @Nullable EndedRun run) {
    if (run == null) {
      json.putNull("last_run");
      return;
    }
    ObjectNode last = json.putObject("last_run");
    last.put("id", run.id()).put("partial", run.partial()).put("result", run.result());
    last.put("start", text(run.start())).put("end", text(run.end()));
    run.reasons().forEach(last.putArray("reasons")::add);
  }

  private static ObjectNode brief(KindStatus kind) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("slug", kind.kind().slug()).put("kind", kind.kind().kind());
    json.put("blueprint", kind.kind().blueprint()).put("state", kind.state().text());
    json.put("start", text(kind.pass().start())).put("end", text(kind.pass().end()));
    json.put("next_run", text(kind.nextRun()));
    counts(json.putObject("counts"), kind.pass().counts());
    json.put("stale", kind.deletion().stale()).put("deleted", kind.deletion().deleted());
    json.put("deletion_withheld", kind.deletion().withheld());
    kind.pass().reasons().forEach(json.putArray("reasons")::add);
    return json;
  }

  private static void counts(ObjectNode json, KindCounts counts) {
    json.put("pages", counts.pages())
        .put("batches", counts.batches())
        .put("read", counts.read())
        .put("filtered", counts.filtered())
        .put("skipped", counts.skipped())
        .put("mapped", counts.mapped())
        .put("unchanged", counts.unchanged())
        .put("created", counts.created())
        .put("updated", counts.updated())
        .put("rejected", counts.rejected())
        .put("unmatched", counts.unmatched())
        .put("failed", counts.failed());
  }

  /** Of one kind, with everything that its page shows but the route. */
  public ObjectNode kind(KindStatus kind) {
    ObjectNode json = brief(kind);
    json.put("description", kind.kind().description()).put("in_flight", kind.inFlight());
    json.put("last_complete", text(kind.lastComplete()));
    kind.pass().skipped().forEach(json.putArray("skipped")::add);
    kind.pass().rejected().forEach(json.putArray("rejected")::add);
    expressions(json.putArray("expressions"), kind);
    ObjectNode waits = json.putObject("waited_ms");
    kind.pass().calls().waits().forEach((why, time) -> waits.put(why.text(), time.toMillis()));
    requests(json.putArray("requests"), kind);
    history(json.putArray("history"), kind);
    return json;
  }

  private static void expressions(ArrayNode json, KindStatus kind) {
    kind.pass()
        .expressions()
        .forEach(
            line ->
                json.addObject()
                    .put("path", line.path())
                    .put("program", line.program())
                    .put("nulls", line.nulls())
                    .put("failures", line.failures())
                    .put("first_failure", line.firstFailure()));
  }

  private static void requests(ArrayNode json, KindStatus kind) {
    kind.requests()
        .forEach(
            request ->
                json.addObject()
                    .put("time", text(request.time()))
                    .put("method", request.method())
                    .put("endpoint", request.endpoint())
                    .put("page", request.page())
                    .put("status", request.status())
                    .put("attempt", request.attempt())
                    .put("ms", request.took().toMillis()));
  }

  private static void history(ArrayNode json, KindStatus kind) {
    kind.history()
        .forEach(
            pass ->
                json.addObject()
                    .put("start", text(pass.start()))
                    .put("ms", pass.took().toMillis())
                    .put("result", pass.result().text())
                    .put("read", pass.read()));
  }

  private static @Nullable String text(@Nullable Instant moment) {
    return moment == null ? null : moment.toString();
  }
}
