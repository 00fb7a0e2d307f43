package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of keys and positions, as {@code .a.b} or {@code .a[0]} write it in jq.
 *
 * @param steps each a {@code String} for a key or an {@code Integer} for a position; none when
 *     there is no such path
 */
record SimplePath(List<Object> steps) {
  private static final Pattern STEP =
      Pattern.compile(
          "\\.?\\[\"([^\"\\\\]+)\"]|\\.\"([^\"\\\\]+)\"|\\.([A-Za-z_]\\w*)|\\.?\\[(\\d{1,9})]");

  /** The first part between the pipes of a program that is a simple path (contract, 8.5). */
  static SimplePath in(String program) {
    for (String segment : program.split("\\|")) {
      List<Object> steps = parse(segment.strip());
      if (!steps.isEmpty()) {
        return new SimplePath(steps);
      }
    }
    return new SimplePath(List.of());
  }

  /** Whether a whole program is a path of keys. */
  static boolean isKeys(String program) {
    List<Object> steps = parse(program.strip());
    return !steps.isEmpty() && steps.stream().allMatch(String.class::isInstance);
  }

  private static List<Object> parse(String segment) {
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(segment);
    int end = 0;
    while (segment.startsWith(".") && end < segment.length()) {
      if (!step.region(end, segment.length()).lookingAt()) {
        return List.of();
      }
      steps.add(stepOf(step));
      end = step.end();
    }
    return steps;
  }

  private static Object stepOf(Matcher step) {
    for (int group = 1; group <= 3; group++) {
      String key = step.group(group);
      if (key != null) {
        return key;
      }
    }
    return Integer.valueOf(step.group(4));
  }

  /** The object without what lies at this path; shares everything else with it. */
  ObjectNode removedFrom(ObjectNode object) {
    return steps.isEmpty() ? object : (ObjectNode) removed(object, 0);
  }

  private JsonNode removed(JsonNode node, int depth) {
    Object step = steps.get(depth);
    if (node instanceof ObjectNode object && step instanceof String key && object.has(key)) {
      ObjectNode copy = object.objectNode();
      copy.setAll(object);
      if (isLast(depth)) {
        copy.remove(key);
      } else {
        copy.set(key, removed(object.path(key), depth + 1));
      }
      return copy;
    }
    if (node instanceof ArrayNode list && step instanceof Integer at && list.has(at)) {
      ArrayNode copy = list.arrayNode(list.size()).addAll(list);
      if (isLast(depth)) {
        copy.remove(at);
      } else {
        copy.set(at, removed(list.path(at), depth + 1));
      }
      return copy;
    }
    return node;
  }

  private boolean isLast(int depth) {
    return depth == steps.size() - 1;
  }
}
