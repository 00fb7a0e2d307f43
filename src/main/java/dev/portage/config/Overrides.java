package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.config.Findings.Severity;
import dev.portage.pagination.NoPagination;
import dev.portage.pagination.Pagination;
import dev.portage.pagination.Variants;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The settings of the installation that a selector sets anew for its resource: {@code pagination},
 * {@code timeout} and {@code max_concurrent_requests}. They are read by the same code and the same
 * rules as those of the installation.
 */
final class Overrides {
  private final Spot selector;
  private final SourceSettings source;
  private final Layer own = new Layer(1);
  private final SettingValues values;

  Overrides(Spot selector, SourceSettings source) {
    this.selector = selector;
    this.source = source;
    pagination(selector.get(SelectorTable.PAGINATION));
    put(SourceTable.TIMEOUT, selector.get(SelectorTable.TIMEOUT));
    put(SourceTable.MAX_CONCURRENT_REQUESTS, selector.get(SelectorTable.MAX_CONCURRENT_REQUESTS));
    this.values = new SettingValues(List.of(installation(), own));
    own.values().keySet().stream()
        .flatMap(path -> SettingTable.at(path).stream())
        .forEach(setting -> SettingCheck.of(setting, values));
  }

  /** The pagination of the resource. */
  Pagination pagination() {
    return selector.get(SelectorTable.PAGINATION).isAbsent()
        ? source.pagination()
        : new PaginationReader(values).read();
  }

  /** The limit of one request of the resource. */
  Duration timeout() {
    return values.seconds(SourceTable.TIMEOUT).orElse(source.timeout());
  }

  /** The requests in flight for the resource. */
  int maxConcurrentRequests() {
    return values
        .optionalWhole(SourceTable.MAX_CONCURRENT_REQUESTS)
        .orElse(source.maxConcurrentRequests());
  }

  /** Hands the mistakes over to the resource, which they stop. */
  void report() {
    values.problems().forEach(problem -> selector.findings().add(Severity.STOP, problem));
  }

  private void pagination(Spot spot) {
    if (spot.value().isObject()) {
      spot.entries().forEach(this::paginationKey);
      needType(spot);
    } else if (spot.value().isTextual()) {
      put(PaginationTable.TYPE, spot);
    } else if (!spot.isAbsent()) {
      spot.add(Severity.STOP, "none, or an object with " + String.join(", ", keys()));
    }
  }

  private void paginationKey(String typed, Spot spot) {
    String key = Keys.snake(typed);
    String path = SourceTable.ROOT + (key.equals("type") ? "pagination_type" : key);
    if (SettingTable.at(path).filter(PaginationTable.ALL::contains).isPresent()) {
      put(path, spot);
    } else {
      String expected = "one of " + String.join(", ", keys()) + Nearest.hint(key, keys());
      spot.add(Severity.STOP, "is no known key", expected);
    }
  }

  private void needType(Spot spot) {
    boolean typed = own.values().containsKey(PaginationTable.TYPE.path());
    if (!typed && source.pagination() instanceof NoPagination) {
      spot.at("type").add(Severity.STOP, "is missing", PaginationTable.TYPE.expected());
    }
  }

  private static List<String> keys() {
    return MappingKey.names(SelectorTable.PAGINATION.keys());
  }

  private void put(Setting setting, Spot spot) {
    put(setting.path(), spot);
  }

  private void put(String path, Spot spot) {
    own.put(path, spot.value(), new Place(spot.path(), ""));
  }

  /** What the installation sets, unless the resource chooses another type. */
  private Layer installation() {
    Layer layer = new Layer(0);
    Map<String, String> all = new LinkedHashMap<>(Variants.settings(source.pagination()));
    all.put(PaginationTable.TYPE.key(), Variants.name(source.pagination()));
    Found type = own.values().get(PaginationTable.TYPE.path());
    JsonNode installed = TextNode.valueOf(Variants.name(source.pagination()));
    if (type == null || type.value().equals(installed)) {
      all.forEach(
          (key, text) ->
              layer.put(SourceTable.ROOT + key, TextNode.valueOf(text), new Place(key, "")));
    }
    return layer;
  }
}
