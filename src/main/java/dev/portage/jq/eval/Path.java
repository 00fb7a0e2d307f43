package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.JsonText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands: keys from the root, newest first. A value that was computed stands nowhere;
 * its path then remembers the value that it replaced, since jq accepts it again when it is the
 * same.
 */
public final class Path {
  /** The root. */
  public static final Path ROOT = new Path(null, Json.NULL, 0, false);

  private static final int MAX_LENGTH = 10_000;

  private final @Nullable Path parent;
  private final JsonNode key;
  private final int length;
  private final boolean lost;

  private Path(@Nullable Path parent, JsonNode key, int length, boolean lost) {
    this.parent = parent;
    this.key = key;
    this.length = length;
    this.lost = lost;
  }

  /** The path one key further. */
  public Path then(JsonNode next) {
    return new Path(this, next, length + 1, false);
  }

  /** The path of what an expression made of the value here. */
  public Path of(JsonNode before, JsonNode after) {
    JsonNode original = lost ? key : before;
    if (same(original, after)) {
      return lost && parent != null ? parent : this;
    }
    return new Path(lost ? parent : this, original, length, true);
  }

  /** The path as an array. */
  public JsonNode toJson(JsonNode value) {
    if (lost) {
      throw new Failure("Invalid path expression with result " + JsonText.shortened(value));
    }
    return Json.array(keys());
  }

  /** The keys from the root. */
  public List<JsonNode> keys() {
    if (length > MAX_LENGTH) {
      throw new Failure("Path too deep");
    }
    JsonNode[] keys = new JsonNode[length];
    Path path = this;
    for (int i = length - 1; i >= 0 && path != null; i--) {
      keys[i] = path.key;
      path = path.parent;
    }
    return Arrays.asList(keys);
  }

  /** Refuses access to an element of a computed value. */
  public void checkAccess(JsonNode wanted, JsonNode value) {
    if (lost) {
      throw new Failure(
          "Invalid path expression near attempt to access element "
              + JsonText.shortened(wanted)
              + " of "
              + JsonText.shortened(value));
    }
  }

  /** Refuses iteration over a computed value. */
  public void checkIteration(JsonNode value) {
    if (lost) {
      throw new Failure(
          "Invalid path expression near attempt to iterate through " + JsonText.shortened(value));
    }
  }

  @SuppressWarnings("ReferenceEquality") // identity is meant: jq compares places, not values
  private static boolean same(JsonNode a, JsonNode b) {
    return a == b
        || (a.isNull() && b.isNull())
        || (a.isBoolean() && b.isBoolean() && a.booleanValue() == b.booleanValue())
        || (a.isNumber() && a.equals(b));
  }
}
