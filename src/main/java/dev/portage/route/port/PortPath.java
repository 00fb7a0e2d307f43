package dev.portage.route.port;

import dev.portage.http.Urls;
import java.util.Set;
import java.util.StringJoiner;

/** Paths of Port's API without what is data in them, for logs and traces. */
final class PortPath {
  /** The fixed words of the paths that are called (contract, section 4). */
  private static final Set<String> WORDS =
      Set.of(
          "",
          "v1",
          "auth",
          "access_token",
          "integration",
          "provision-enabled",
          "config",
          "organization",
          "blueprints",
          "scorecards",
          "actions",
          "pages",
          "entities",
          "bulk",
          "search",
          "delete",
          "all-entities",
          "datasource-entities",
          "ocean",
          "kafka-credentials",
          "kinds",
          "examples",
          "resync",
          "syncMetrics",
          "kind",
          "logs",
          "log",
          "heartbeat",
          "relations",
          "resync-request",
          "resync-state",
          "ingest");

  private PortPath() {}

  /** {@code /v1/blueprints/{}/entities/bulk} and the like; never fails. */
  static String template(String address) {
    StringJoiner template = new StringJoiner("/");
    for (String word : Urls.path(address).split("/", -1)) {
      template.add(WORDS.contains(word) ? word : "{}");
    }
    return template.toString();
  }
}
