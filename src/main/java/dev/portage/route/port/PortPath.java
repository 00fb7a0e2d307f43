package dev.portage.route.port;

import java.util.Set;

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
    int scheme = address.indexOf("://");
    int path = address.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    int end = end(address);
    if (path < 0 || path >= end) {
      return "";
    }
    StringBuilder template = new StringBuilder(end - path);
    for (int from = path; from < end; ) {
      int to = address.indexOf('/', from + 1);
      to = to < 0 || to > end ? end : to;
      String word = address.substring(from + 1, to);
      template.append('/').append(WORDS.contains(word) ? word : "{}");
      from = to;
    }
    return template.toString();
  }

  /** Where the path is over: at a query, a fragment, or the end. */
  private static int end(String address) {
    int query = address.indexOf('?');
    int fragment = address.indexOf('#');
    int end = address.length();
    end = query < 0 ? end : query;
    return fragment < 0 ? end : Math.min(end, fragment);
  }
}
