package dev.portage.route.observe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What answers on the listener, in words. */
final class Endpoints {
  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("GET /", "the status page");
    ALL.put("GET /health/live", "200 while the process answers");
    ALL.put("GET /health/ready", "200 while Port takes its calls, else 503; lists degraded kinds");
    ALL.put("GET /metrics", "OpenMetrics: Ocean's gauges, Portage's, the JVM's and Camel's");
    ALL.put("GET /observe/health", "Camel's health checks");
    ALL.put("GET /observe/metrics", "the same as /metrics");
    ALL.put("GET /observe/info", "versions of Portage, Camel and Java");
    ALL.put("GET /hawtio", "the console: routes, their diagrams and counts");
    ALL.put("GET /openapi.json", "this list for programs");
    ALL.put("POST /resync", "wants a resync; only with the event listener WEBHOOK");
  }

  private Endpoints() {}

  /** As a page; health and metrics below the prefix, which may be empty. */
  static String html(String prefix) {
    StringBuilder rows = new StringBuilder();
    below(prefix)
        .forEach(
            (endpoint, does) ->
                rows.append("<tr><td><code>")
                    .append(endpoint)
                    .append("</code></td><td>")
                    .append(does)
                    .append("</td></tr>\n"));
    return """
    <!doctype html>
    <html lang="en"><head><meta charset="utf-8"><title>Portage</title>
    <meta name="viewport" content="width=device-width"></head>
    <body><h1>Portage</h1><table>
    %s</table></body></html>
    """
        .formatted(rows);
  }

  /** As an OpenAPI document; health and metrics below the prefix, which may be empty. */
  static ObjectNode openapi(String version, String prefix) {
    ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.3");
    document.putObject("info").put("title", "Portage").put("version", version);
    ObjectNode paths = document.putObject("paths");
    below(prefix)
        .forEach(
            (endpoint, does) -> {
              String[] parts = endpoint.split(" ", 2);
              ObjectNode operation = paths.withObjectProperty(parts[1]).putObject(lower(parts[0]));
              operation.put("summary", does);
              operation.putObject("responses").putObject("200").put("description", "answered");
            });
    return document;
  }

  private static Map<String, String> below(String prefix) {
    Map<String, String> all = new LinkedHashMap<>();
    ALL.forEach(
        (endpoint, does) ->
            all.put(
                endpoint.replaceFirst("^GET /(?=health/|metrics)", "GET " + prefix + "/"), does));
    return all;
  }

  private static String lower(String method) {
    return method.toLowerCase(Locale.ROOT);
  }
}
