package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.portage.config.Findings.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a mapping: what stands there, how it is called, and where its mistakes are noted.
 *
 * @param path for example {@code resources[0].selector.query}; empty for the root
 * @param value a missing node when nothing stands there
 * @param findings of the part of the mapping to which the place belongs
 */
record Spot(String path, JsonNode value, Findings findings) {

  /** The value of exactly that key. */
  Spot at(String key) {
    return new Spot(Keys.join(path, key), value.path(key), findings);
  }

  /** The value of that key, written in camelCase or in snake_case. */
  Spot get(String key) {
    if (value.has(key)) {
      return at(key);
    }
    String wanted = Keys.snake(key);
    return value
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(typed -> Keys.snake(typed).equals(wanted))
        .findFirst()
        .map(this::at)
        .orElseGet(() -> new Spot(Keys.join(path, key), MissingNode.getInstance(), findings));
  }

  /** The value of a key of the tables, however it is written. */
  Spot get(MappingKey key) {
    return get(key.name());
  }

  /** The elements of a list; none when it is missing, and a mistake when it is no list. */
  List<Spot> elements() {
    List<Spot> all = new ArrayList<>();
    if (!isAbsent() && !value.isArray()) {
      add(Severity.REFUSE, "a list");
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      all.add(new Spot(path + "[" + i + "]", value.get(i), findings));
    }
    return all;
  }

  /** The entries of a map; none when it is missing, and a mistake when it is no map. */
  Map<String, Spot> entries() {
    Map<String, Spot> all = new LinkedHashMap<>();
    if (isObjectOrAbsent()) {
      value.propertyStream().forEach(e -> all.put(e.getKey(), at(e.getKey())));
    }
    return all;
  }

  /** True for an object or nothing at all; notes a mistake otherwise. */
  boolean isObjectOrAbsent() {
    if (!isAbsent() && !value.isObject()) {
      add(Severity.REFUSE, "an object");
    }
    return isAbsent() || value.isObject();
  }

  /** True when nothing stands here, or null. */
  boolean isAbsent() {
    return value.isMissingNode() || value.isNull();
  }

  /**
   * The text; numbers and booleans become text. All else, null included, is a mistake that refuses
   * the mapping.
   */
  Optional<String> text(String expected) {
    Optional<String> text = Texts.scalar(value);
    if (text.isEmpty()) {
      add(Severity.REFUSE, expected);
    }
    return text;
  }

  /** The boolean, or the default when nothing stands here. */
  boolean yes(boolean fallback) {
    if (isAbsent()) {
      return fallback;
    }
    Optional<Boolean> yes = Texts.scalar(value).flatMap(Texts::yesNo);
    if (yes.isEmpty()) {
      add(Severity.REFUSE, "true or false");
    }
    return yes.orElse(fallback);
  }

  /** Notes a mistake in what stands here. */
  void add(Severity severity, String expected) {
    add(severity, value.isMissingNode() ? "is missing" : "is " + Texts.shown(value), expected);
  }

  /** Notes a mistake. */
  void add(Severity severity, String found, String expected) {
    add(severity, found, expected, 0, 0);
  }

  /** Notes a mistake within the text that stands here; line and column from 1. */
  void add(Severity severity, String found, String expected, int line, int column) {
    findings.add(severity, new Problem(path, found, expected, line, column));
  }
}
