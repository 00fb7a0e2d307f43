package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A value that somebody set.
 *
 * @param value never null, missing or a JSON null
 * @param where the name to show for it: an environment variable, or the key and its file
 * @param rank of the source; the higher one wins
 */
record Found(JsonNode value, String where, int rank) {

  /** This value with a later one over it: objects merge key by key, all else is replaced. */
  Found under(Found later) {
    if (value instanceof ObjectNode below && later.value instanceof ObjectNode above) {
      return new Found(merge(below.deepCopy(), above), later.where, later.rank);
    }
    return later;
  }

  private static ObjectNode merge(ObjectNode below, ObjectNode above) {
    above
        .properties()
        .forEach(
            e -> {
              boolean both = below.get(e.getKey()) instanceof ObjectNode;
              if (both && e.getValue() instanceof ObjectNode inner) {
                merge((ObjectNode) below.get(e.getKey()), inner);
              } else {
                below.set(e.getKey(), e.getValue());
              }
            });
    return below;
  }
}
