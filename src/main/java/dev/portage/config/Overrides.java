package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.config.Findings.Severity;
import dev.portage.pagination.CursorPagination;
import dev.portage.pagination.DotPath;
import dev.portage.pagination.HeaderLinkPagination;
import dev.portage.pagination.NextLinkPagination;
import dev.portage.pagination.OffsetPagination;
import dev.portage.pagination.PagePagination;
import dev.portage.pagination.Pagination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    pagination(selector.get("pagination"));
    put(SourceTable.TIMEOUT, selector.get("timeout"));
    put(SourceTable.MAX_CONCURRENT_REQUESTS, selector.get("max_concurrent_requests"));
    this.values = new SettingValues(List.of(installation(), own));
    own.values().keySet().stream()
        .flatMap(path -> SettingTable.at(path).stream())
        .forEach(values::check);
  }

  /** The pagination of the resource. */
  Pagination pagination() {
    return selector.get("pagination").isAbsent()
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
    if (spot.value().isTextual()) {
      put(PaginationTable.TYPE, spot);
      return;
    }
    for (Map.Entry<String, Spot> entry : spot.entries().entrySet()) {
      String key = Keys.snake(entry.getKey());
      String path = SourceTable.ROOT + (key.equals("type") ? "pagination_type" : key);
      if (SettingTable.at(path).filter(PaginationTable.ALL::contains).isPresent()) {
        put(path, entry.getValue());
      } else {
        List<String> known = keys();
        String expected = "one of " + String.join(", ", known) + Nearest.hint(key, known);
        entry.getValue().add(Severity.STOP, "is no known key", expected);
      }
    }
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(List.of("type"));
    PaginationTable.ALL.stream().skip(1).map(Setting::key).forEach(keys::add);
    return keys;
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
    Map<String, String> all = keysOf(source.pagination());
    Found type = own.values().get(PaginationTable.TYPE.path());
    JsonNode installed = TextNode.valueOf(all.getOrDefault("pagination_type", "none"));
    if (type == null || type.value().equals(installed)) {
      all.forEach(
          (key, text) ->
              layer.put(SourceTable.ROOT + key, TextNode.valueOf(text), new Place(key, "")));
    }
    return layer;
  }

  private static Map<String, String> keysOf(Pagination pagination) {
    Map<String, String> all = new LinkedHashMap<>();
    if (pagination instanceof PagePagination page) {
      common(all, "page", page.pageParam(), page.sizeParam(), page.pageSize());
      all.put("start_page", String.valueOf(page.startPage()));
      path(all, "has_more_path", page.hasMorePath());
      path(all, "last_page_path", page.lastPagePath());
    } else if (pagination instanceof OffsetPagination offset) {
      common(all, "offset", offset.offsetParam(), offset.limitParam(), offset.pageSize());
      path(all, "has_more_path", offset.hasMorePath());
    } else if (pagination instanceof CursorPagination cursor) {
      common(all, "cursor", cursor.cursorParam(), cursor.limitParam(), cursor.pageSize());
      path(all, "cursor_path", cursor.cursorPath());
      path(all, "has_more_path", cursor.hasMorePath());
    } else if (pagination instanceof NextLinkPagination link) {
      all.put("pagination_type", "next_link");
      all.put("next_link_path", link.nextLinkPath());
    } else if (pagination instanceof HeaderLinkPagination link) {
      all.put("pagination_type", "header_link");
      all.put("header_link_rel", link.rel());
    }
    return all;
  }

  private static void common(
      Map<String, String> all, String type, String param, String sizeParam, int pageSize) {
    all.put("pagination_type", type);
    all.put("pagination_param", param);
    all.put("size_param", sizeParam);
    all.put("page_size", String.valueOf(pageSize));
  }

  private static void path(Map<String, String> all, String key, @Nullable DotPath path) {
    if (path != null) {
      all.put(key, path.text());
    }
  }
}
