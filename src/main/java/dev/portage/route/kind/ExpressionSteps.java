package dev.portage.route.kind;

import dev.portage.mapping.ExpressionReport;
import dev.portage.reconcile.KindRun;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.route.run.KindPlan;
import dev.portage.route.run.KindProgress;
import dev.portage.route.run.LogContext;
import dev.portage.route.run.Run;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import dev.portage.sink.RequiredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which expressions of a kind gave nothing (contract, section 8.4): one line for each. */
public final class ExpressionSteps {
  private static final Logger LOG = LoggerFactory.getLogger(ExpressionSteps.class);
  private static final String BEFORE_NAME = "port.entity.mappings.";

  private final PortApi api;
  private final PortClient port;
  private volatile Known known = new Known(new UUID(0, 0));

  /** Asks Port which fields a blueprint requires, once for each blueprint and run. */
  public ExpressionSteps(PortApi api, PortClient port) {
    this.api = api;
    this.port = port;
  }

  /** What blueprints require, asked once in a run. */
  private record Known(UUID run, Map<String, RequiredFields> blueprints) {
    Known(UUID run) {
      this(run, new ConcurrentHashMap<>());
    }
  }

  /** One line for each expression that gave null or failed: an error where Port needs the value. */
  public void reportNulls(@Body KindPlan plan, @Variable("run") Run run) {
    KindProgress progress = run.kind(plan.position());
    LogContext.kind(run, plan, "transform");
    for (ExpressionReport.Line line : progress.expressions().summary()) {
      String name = name(line);
      String text = text(progress.counts(), name, line);
      if (isRequired(run, plan, name)) {
        LOG.error("{}; the blueprint requires it", text);
      } else {
        LOG.warn("{}", text);
      }
    }
  }

  private static String name(ExpressionReport.Line line) {
    int at = line.path().indexOf(BEFORE_NAME);
    return at < 0 ? line.path() : line.path().substring(at + BEFORE_NAME.length());
  }

  /**
   * {@code kind /users (resources[0]): properties.email gave null for 3 of 20 items, failed for 1
   * (…): .email}.
   */
  private static String text(KindRun kind, String name, ExpressionReport.Line line) {
    long items = kind.counts().read() - kind.counts().filtered();
    List<String> parts = new ArrayList<>();
    if (line.nulls() > 0) {
      parts.add("gave null for %d of %d items".formatted(line.nulls(), items));
    }
    if (line.failures() > 0) {
      parts.add(
          "failed for %d of %d items (%s)".formatted(line.failures(), items, line.firstFailure()));
    }
    String place = line.path().substring(0, line.path().indexOf('.'));
    return "kind %s (%s): %s %s: %s"
        .formatted(kind.kind(), place, name, String.join(", ", parts), line.program());
  }

  private boolean isRequired(Run run, KindPlan plan, String name) {
    Optional<String> blueprint = plan.resource().literalBlueprint();
    boolean mayBe = name.startsWith("properties.") || name.startsWith("relations.");
    return mayBe
        && blueprint.isPresent()
        && required(run.record().id(), blueprint.get()).names().contains(name);
  }

  private RequiredFields required(UUID run, String blueprint) {
    Known now = known;
    if (!now.run().equals(run)) {
      now = new Known(run);
      known = now;
    }
    return now.blueprints().computeIfAbsent(blueprint, this::ask);
  }

  private RequiredFields ask(String blueprint) {
    try {
      return RequiredFields.read(port.call(api.ownership().blueprint(blueprint)));
    } catch (PortUnavailable | PortException e) {
      LOG.info("What {} requires is not known: {}", blueprint, e.getMessage());
      return RequiredFields.NONE;
    }
  }
}
