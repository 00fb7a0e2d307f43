package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.JsonSize;
import dev.portage.http.ApiRequest;
import dev.portage.http.Query;
import dev.portage.http.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The calls that tell Port how a run is going (contract, sections 4.11 and 4.12). Ingest addresses
 * are those that Port names; see {@link #mayCarryToken} before one of them is signed.
 *
 * @param api whose runs they are
 */
public record StatusCalls(PortApi api) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long MOST_BYTES = 1024 * 1024;

  /**
   * Whether our token may go to an address that Port named: always by TLS, and in the clear only
   * where Port itself is spoken to in the clear.
   */
  public boolean mayCarryToken(String url) {
    return isSecure(url) || !isSecure(api.baseUrl());
  }

  private static boolean isSecure(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("https://");
  }

  /** Tells of several kinds at once. */
  public ApiRequest syncMetrics(String ingestUrl, SyncEvent event, List<KindMetrics> kinds) {
    ObjectNode body = JSON.objectNode();
    ArrayNode list = body.putArray("syncKindsMetrics");
    kinds.forEach(kind -> list.add(event(event, kind)));
    return at(ingestUrl, "POST", "/syncMetrics", body);
  }

  /** Tells of one kind. */
  public ApiRequest kindMetrics(String ingestUrl, SyncEvent event, KindMetrics kind) {
    String path =
        PortApi.path("/syncMetrics/resync/%s/kind/%s", event.eventId(), kind.kind().identifier());
    ObjectNode body = JSON.objectNode().set("syncKindMetrics", event(event, kind));
    return at(ingestUrl, "PUT", path, body);
  }

  /** Tells that the run goes on. */
  public ApiRequest heartbeat(String ingestUrl, String eventId) {
    return at(ingestUrl, "POST", "/heartbeat", JSON.objectNode().put("eventId", eventId));
  }

  /**
   * The items, in order, that one call may carry: 1 MiB. An item that is too large for that is left
   * out, and so is what does not fit beside the others.
   */
  public static List<JsonNode> fitting(List<JsonNode> items) {
    List<JsonNode> fitting = new ArrayList<>();
    long bytes = 0;
    for (JsonNode item : items) {
      long size = JsonSize.of(item);
      if (bytes + size <= MOST_BYTES) {
        bytes += size;
        fitting.add(item);
      }
    }
    return fitting;
  }

  /** Shows what items look like; they have to be masked already. */
  public ApiRequest examples(String kind, List<JsonNode> items) {
    ObjectNode body = JSON.objectNode();
    body.putArray("examples").addAll(items);
    String path = PortApi.path("/integration/%s/kinds/%s/examples", api.identifier(), kind);
    return api.request("POST", path, Query.EMPTY, body);
  }

  /** Ships lines of the log; they have to be masked already. */
  public ApiRequest logs(String ingestUrl, LogOrigin origin, List<LogRecord> records) {
    ObjectNode body = JSON.objectNode();
    ArrayNode list = body.putArray("logs");
    records.forEach(record -> list.add(origin.body(record)));
    return at(ingestUrl, "POST", "", body);
  }

  /**
   * Tells somebody else of one kind ({@code METRICS__WEBHOOK_URL}): the event alone is the body,
   * and our token is never part of it.
   */
  public ApiRequest webhook(String url, SyncEvent event, KindMetrics kind) {
    return at(url, "POST", "", event(event, kind));
  }

  private ObjectNode event(SyncEvent event, KindMetrics metrics) {
    SyncedKind kind = metrics.kind();
    ObjectNode body = JSON.objectNode();
    body.put("integrationType", api.type());
    body.put("integrationIdentifier", api.identifier());
    body.put("integrationVersion", api.version());
    body.put("oceanVersion", PortApi.CORE_VERSION);
    body.put("installationType", event.installationType());
    body.put("executionMode", "single_process");
    body.put("kind", kind.kind());
    body.put("kindIndex", kind.index());
    body.put("kindIdentifier", kind.identifier());
    body.put("blueprint", kind.blueprint());
    body.put("eventId", event.eventId());
    body.put("syncState", metrics.state().text());
    body.set("metrics", metrics.body());
    return body;
  }

  private ApiRequest at(String url, String method, String path, JsonNode body) {
    int mark = url.indexOf('?');
    String address = Urls.encodeIllegal(mark < 0 ? url : url.substring(0, mark));
    return new ApiRequest(
        method,
        address + path,
        mark < 0 ? Query.EMPTY : Query.parse(url.substring(mark + 1)),
        Map.of("User-Agent", api.userAgent()),
        new ApiRequest.Json(body));
  }
}
