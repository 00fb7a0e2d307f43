package dev.portage.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.Keys;
import dev.portage.config.MappingKey;
import dev.portage.config.MappingShape;
import dev.portage.config.MappingTable;
import dev.portage.config.Nearest;
import dev.portage.config.Problem;
import java.util.ArrayList;
import java.util.List;

/** Keys of a mapping that nobody reads, which are often slips. */
final class UnknownKeys {
  private final List<Problem> problems = new ArrayList<>();

  private UnknownKeys() {}

  /** All of them, each with what was probably meant. */
  static List<Problem> in(JsonNode mapping) {
    UnknownKeys unknown = new UnknownKeys();
    unknown.object("", mapping, MappingTable.ROOT);
    return unknown.problems;
  }

  private void object(String path, JsonNode node, List<MappingKey> keys) {
    node.propertyStream()
        .forEach(e -> entry(Keys.join(path, e.getKey()), e.getKey(), e.getValue(), keys));
  }

  private void entry(String path, String typed, JsonNode value, List<MappingKey> keys) {
    String wanted = Keys.snake(typed);
    keys.stream()
        .filter(key -> Keys.snake(key.name()).equals(wanted))
        .findFirst()
        .ifPresentOrElse(key -> inside(path, value, key), () -> unknown(path, typed, keys));
  }

  private void inside(String path, JsonNode value, MappingKey key) {
    boolean toldByTheReader =
        key.shape() == MappingShape.MAP_OF_OBJECTS || key.shape() == MappingShape.WORD_OR_OBJECT;
    if (key.keys().isEmpty() || toldByTheReader) {
      return;
    }
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        object(path + "[" + i + "]", value.get(i), key.keys());
      }
    } else {
      object(path, value, key.keys());
    }
  }

  private void unknown(String path, String typed, List<MappingKey> keys) {
    boolean selector = path.matches("resources\\[\\d+]\\.selector\\.[^.]*");
    if (selector
        && MappingTable.IGNORED_IN_SELECTOR.stream()
            .anyMatch(k -> Keys.snake(k).equals(Keys.snake(typed)))) {
      return;
    }
    List<String> names = keys.stream().map(MappingKey::name).toList();
    String expected = "one of " + String.join(", ", names) + Nearest.hint(typed, names);
    problems.add(new Problem(path, "is no known key and has no effect", expected));
  }
}
