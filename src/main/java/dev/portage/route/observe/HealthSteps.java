package dev.portage.route.observe;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.PortContact;
import dev.portage.route.watch.ProcessIdentity;
import dev.portage.route.watch.Watch;
import java.util.Collection;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;

/** What a platform asks (contract, section 9); nothing here is a secret. */
public final class HealthSteps {
  private static final Set<KindState> DEGRADED =
      Set.of(KindState.INCOMPLETE, KindState.PAUSED, KindState.STOPPED);

  private final CamelContext context;
  private final Watch watch;

  HealthSteps(CamelContext context, Watch watch) {
    this.context = context;
    this.watch = watch;
  }

  /** The process answers, whatever becomes of Port. */
  public void live(Message message) {
    Answers.json(message, 200, body("live", "healthy"));
  }

  /**
   * 200 while Port takes our calls, else 503: before the first contact, and after a call to it has
   * failed for good until one is answered. Kinds that are not as they should be are listed, and no
   * reason to take the process out of service.
   */
  public void ready(Message message) {
    PortContact contact = watch.process().contact();
    ObjectNode body = body("ready", contact.isGood() ? "healthy" : "unhealthy");
    if (!contact.isGood()) {
      String failure = contact.failure();
      body.put("reason", failure == null ? "Port has not been reached yet" : failure);
    }
    ArrayNode degraded = body.putArray("degraded");
    for (KindStatus kind : watch.kinds()) {
      if (DEGRADED.contains(kind.state())) {
        degraded.addObject().put("kind", kind.kind().slug()).put("state", kind.state().text());
      }
    }
    body.put("mapping_mistakes", watch.process().mistakes().size());
    Answers.json(message, contact.isGood() ? 200 : 503, body);
  }

  private ObjectNode body(String check, String status) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("status", status)
        .put("check", check)
        .put("core_version", watch.process().process().version());
  }

  /** The checks of Camel, Portage's own among them; 503 when one is down. */
  public void checks(Message message) {
    Collection<HealthCheck.Result> results = HealthCheckHelper.invoke(context, "full");
    boolean up = results.stream().noneMatch(one -> one.getState() == HealthCheck.State.DOWN);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", up ? "UP" : "DOWN");
    ArrayNode checks = body.putArray("checks");
    for (HealthCheck.Result result : results) {
      checks
          .addObject()
          .put("name", result.getCheck().getId())
          .put("status", result.getState().name());
    }
    Answers.json(message, up ? 200 : 503, body);
  }

  /** What runs here. */
  public void about(Message message) {
    Answers.json(
        message,
        200,
        JsonNodeFactory.instance
            .objectNode()
            .put("name", "portage")
            .put("version", watch.process().process().version())
            .put("camel", context.getVersion())
            .put("java", Runtime.version().toString())
            .put("started", watch.process().process().started().toString()));
  }

  /** What answers here, for a person. */
  public void docs(Message message) {
    Answers.text(
        message,
        "text/html; charset=utf-8",
        Endpoints.html(watch.process().process().pathPrefix()));
  }

  /** The same for a program. */
  public void openapi(Message message) {
    ProcessIdentity process = watch.process().process();
    Answers.json(message, 200, Endpoints.openapi(process.version(), process.pathPrefix()));
  }
}
