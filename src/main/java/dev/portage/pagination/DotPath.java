package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * A path of keys joined by dots, which walks through objects only (contract, section 6.3).
 *
 * @param text as it was configured; not blank
 */
public record DotPath(String text) {

  /** Refuses a blank text. */
  public DotPath {
    Require.name("path", text);
  }

  /**
   * The value at the end of the path; a missing node when a key is missing or something on the way
   * is no object.
   */
  public JsonNode in(JsonNode body) {
    JsonNode at = body;
    for (String key : text.split("\\.", -1)) {
      at = at.isObject() ? at.path(key) : MissingNode.getInstance();
    }
    return at;
  }

  @Override
  public String toString() {
    return text;
  }
}
