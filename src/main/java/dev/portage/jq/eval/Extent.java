package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.LimitExceeded;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Refuses an output that is small in memory but endless when written: {@code [., .]} forty times
 * over shares its parts.
 */
final class Extent {
  private Extent() {}

  static void check(JsonNode value, long most) {
    Deque<JsonNode> open = new ArrayDeque<>();
    open.push(value);
    long count = 0;
    while (!open.isEmpty()) {
      for (JsonNode part : open.pop()) {
        if (++count > most) {
          throw new LimitExceeded("jq: an output of more than " + most + " elements");
        }
        if (part.isContainerNode() && !part.isEmpty()) {
          open.push(part);
        }
      }
    }
  }
}
