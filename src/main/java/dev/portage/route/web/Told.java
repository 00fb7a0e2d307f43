package dev.portage.route.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.route.web.page.Snapshot;

/** Short JSON documents: what was done, or why not. */
final class Told {
  private Told() {}

  static ObjectNode done(String message) {
    return JsonNodeFactory.instance.objectNode().put("ok", true).put("message", message);
  }

  static ObjectNode refused(String error, String message) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("ok", false)
        .put("error", error)
        .put("message", message);
  }

  /** With the kinds that there are. */
  static ObjectNode missing(String message, Snapshot now) {
    ObjectNode told = refused("not_found", message);
    var kinds = told.putArray("kinds");
    now.kinds().forEach(kind -> kinds.add(kind.kind().slug()));
    return told;
  }
}
