package dev.portage.route.status;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.Redaction;
import dev.portage.route.call.Failures;
import dev.portage.route.run.StatusUpdate;
import dev.portage.sink.Integration;
import dev.portage.sink.KindMetrics;
import dev.portage.sink.StatusCalls;
import dev.portage.sink.SyncEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code status}: from an update to the calls that tell it. */
public final class TellSteps {
  private static final Logger LOG = LoggerFactory.getLogger(TellSteps.class);

  private final StatusQueue queue;
  private final StatusCalls calls;
  private final IngestAddresses addresses;
  private final Redaction redaction;
  private @Nullable String webhook;
  private boolean saidAbsent;

  TellSteps(StatusQueue queue, StatusCalls calls, IngestAddresses addresses, Redaction redaction) {
    this.queue = queue;
    this.calls = calls;
    this.addresses = addresses;
    this.redaction = redaction;
  }

  /** Metrics go there as well; null for nowhere. */
  TellSteps alsoTo(@Nullable String address) {
    webhook = address;
    return this;
  }

  /** The calls that tell an update: none where Port takes nothing of the kind. */
  public List<StatusRequest> eachCall(@Body StatusUpdate update) {
    List<StatusRequest> all = new ArrayList<>();
    if (update instanceof StatusUpdate.Examples examples) {
      addExamples(examples, all);
    } else {
      addMetrics(update, all);
    }
    return all;
  }

  private void addExamples(StatusUpdate.Examples examples, List<StatusRequest> all) {
    List<JsonNode> items =
        StatusCalls.fitting(examples.items()).stream().map(redaction::json).toList();
    if (!items.isEmpty()) {
      all.add(
          new StatusRequest(
              "examples of " + examples.kind(), calls.examples(examples.kind(), items), true));
    }
  }

  private void addMetrics(StatusUpdate update, List<StatusRequest> all) {
    String installationType = "OnPrem";
    try {
      Integration integration = addresses.get();
      installationType = integration.installationType();
      addToPort(update, integration, all);
    } catch (RuntimeException e) {
      queue.lost(Failures.words(e));
    }
    addToWebhook(update, installationType, all);
  }

  private void addToPort(StatusUpdate update, Integration integration, List<StatusRequest> all) {
    Optional<String> url = integration.ingestUrls().metrics();
    if (url.isPresent()) {
      boolean signed = calls.mayCarryToken(url.get());
      ApiRequest request = request(update, url.get(), integration.installationType());
      all.add(new StatusRequest(what(update), request, signed));
    } else if (!saidAbsent) {
      saidAbsent = true;
      LOG.debug("Port names no address for metrics; none are sent");
    }
  }

  private ApiRequest request(StatusUpdate update, String url, String installationType) {
    if (update instanceof StatusUpdate.OfKind one) {
      return calls.kindMetrics(url, new SyncEvent(one.run(), installationType), one.kind());
    }
    if (update instanceof StatusUpdate.OfKinds several) {
      SyncEvent event = new SyncEvent(several.run(), installationType);
      return calls.syncMetrics(url, event, several.kinds());
    }
    return calls.heartbeat(url, ((StatusUpdate.Heartbeat) update).run());
  }

  private static String what(StatusUpdate update) {
    return update instanceof StatusUpdate.Heartbeat ? "heartbeat" : "metrics";
  }

  private void addToWebhook(StatusUpdate update, String installationType, List<StatusRequest> all) {
    String url = webhook;
    if (url == null) {
      return;
    }
    if (update instanceof StatusUpdate.OfKind one) {
      all.add(toWebhook(url, new SyncEvent(one.run(), installationType), one.kind()));
    } else if (update instanceof StatusUpdate.OfKinds several) {
      SyncEvent event = new SyncEvent(several.run(), installationType);
      several.kinds().forEach(kind -> all.add(toWebhook(url, event, kind)));
    }
  }

  private StatusRequest toWebhook(String url, SyncEvent event, KindMetrics kind) {
    return new StatusRequest(
        "metrics for METRICS__WEBHOOK_URL", calls.webhook(url, event, kind), false);
  }

  /** A call failed for good; the run does not suffer. */
  public void lost(Exchange exchange) {
    Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    queue.lost(Failures.words(failure));
  }

  /** The update has been told, or is lost. */
  public void settled() {
    queue.settled();
  }
}
