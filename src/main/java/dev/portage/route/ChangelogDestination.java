package dev.portage.route;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.trigger.Trigger;

/** How Port asks this installation for a resync (contract, section 4.4). */
final class ChangelogDestination {
  private ChangelogDestination() {}

  /** An empty object where Port is asked by us, so that it need not reach us. */
  static ObjectNode of(Trigger trigger) {
    return JsonNodeFactory.instance.objectNode();
  }
}
