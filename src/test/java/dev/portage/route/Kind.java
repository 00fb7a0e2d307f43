package dev.portage.route;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A resource of a mapping; its items have {@code id} and {@code name}.
 *
 * @param selector further keys of the selector, as YAML on one line each
 */
record Kind(String kind, String blueprint, String query, String identifier, List<String> selector) {

  static Kind of(String kind, String blueprint) {
    return new Kind(kind, blueprint, "true", ".id", List.of());
  }

  Kind selecting(String query) {
    return new Kind(kind, blueprint, query, identifier, selector);
  }

  Kind identifiedBy(String jq) {
    return new Kind(kind, blueprint, query, jq, selector);
  }

  Kind with(String... lines) {
    return new Kind(kind, blueprint, query, identifier, List.of(lines));
  }

  /** With a path parameter whose values are the {@code id}s that an endpoint lists. */
  Kind discovering(String parameter, String endpoint) {
    return with(
        "path_parameters: {%s: {endpoint: %s, data_path: '.', field: .id}}"
            .formatted(parameter, endpoint));
  }

  private String yaml() {
    String keys = selector.stream().map(line -> "\n      " + line).collect(Collectors.joining());
    return """
          - kind: %s
            selector:
              query: '%s'%s
            port:
              entity:
                mappings:
                  identifier: '%s'
                  title: .name
                  blueprint: '"%s"'
        """
        .formatted(kind, query, keys, identifier, blueprint);
  }

  static String mapping(List<Kind> kinds) {
    return "resources:\n" + kinds.stream().map(Kind::yaml).collect(Collectors.joining());
  }
}
