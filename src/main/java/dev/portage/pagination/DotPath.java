package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.regex.Pattern;

/**
 * A path of keys joined by dots, which walks through objects (contract, section 6.3). As an
 * extension a number leads into a list: 0 is its first element, -1 its last, as in {@code
 * data.-1.id}.
 *
 * @param text as it was configured; not blank
 */
public record DotPath(String text) {

  private static final Pattern INDEX = Pattern.compile("-?\\d{1,9}");

  /** Refuses a blank text. */
  public DotPath {
    Require.name("path", text);
  }

  /**
   * The value at the end of the path; a missing node when a key is missing or something on the way
   * neither an object nor a list.
   */
  public JsonNode in(JsonNode body) {
    JsonNode at = body;
    for (String key : text.split("\\.", -1)) {
      at = at.isObject() ? at.path(key) : at.isArray() ? element(at, key) : nothing();
    }
    return at;
  }

  private static JsonNode element(JsonNode list, String key) {
    if (!INDEX.matcher(key).matches()) {
      return nothing();
    }
    int index = Integer.parseInt(key);
    return list.path(index < 0 ? list.size() + index : index);
  }

  private static JsonNode nothing() {
    return MissingNode.getInstance();
  }

  @Override
  public String toString() {
    return text;
  }
}
