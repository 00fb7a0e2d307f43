package dev.portage.config;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.config.Findings.Severity;
import dev.portage.http.EndpointTemplate;
import dev.portage.mapping.DataPath;
import dev.portage.mapping.PathParameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the path parameters that an endpoint needs, and those that these need (contract, section
 * 6.6).
 */
final class PathParameterReader {
  private static final List<String> KEYS = MappingKey.names(SelectorTable.PATH_PARAMETER);

  private final Programs programs;
  private final Spot configured;
  private final Map<String, PathParameter> read = new LinkedHashMap<>();
  private final Deque<String> within = new ArrayDeque<>();

  /** Configured is {@code selector.path_parameters}. */
  PathParameterReader(Programs programs, Spot configured) {
    this.programs = programs;
    this.configured = configured;
  }

  /** All parameters that an endpoint needs; what is wrong stops the resource. */
  Map<String, PathParameter> neededBy(Spot kind, String endpoint) {
    List<String> names = new EndpointTemplate(endpoint).placeholders();
    if (!names.isEmpty() && configured.isObjectOrAbsent()) {
      names.forEach(name -> parameter(name, kind));
    }
    return read;
  }

  private void parameter(String name, Spot user) {
    if (within.contains(name)) {
      List<String> circle = new ArrayList<>(within);
      circle.add(name);
      String found = "the path parameters need each other: " + String.join(" → ", circle);
      user.add(Severity.STOP, found, "a path parameter whose endpoint needs none of these");
      return;
    }
    Spot spot = configured.at(name);
    if (spot.isAbsent()) {
      String expected = configured.path() + "." + name + " with endpoint and field";
      user.add(Severity.STOP, "{" + name + "} is not configured", expected);
    } else if (!read.containsKey(name) && spot.isObjectOrAbsent()) {
      within.addLast(name);
      read(name, spot);
      within.removeLast();
    }
  }

  private void read(String name, Spot spot) {
    refuseUnknown(spot);
    Spot endpoint = spot.get(SelectorTable.ENDPOINT);
    if (endpoint.isAbsent()) {
      endpoint.add(Severity.STOP, "the path of the endpoint that lists the values");
      return;
    }
    String path = endpoint.text("the path of an endpoint").orElse("");
    new EndpointTemplate(path).placeholders().forEach(inner -> parameter(inner, endpoint));
    read.put(
        name,
        new PathParameter(
            name,
            RequestReader.read(spot, path),
            new DataPath(
                programs.optional(spot.get(SelectorTable.DATA_PATH), Severity.STOP).orElse(null)),
            programs.needed(field(spot)),
            programs.optional(spot.get(SelectorTable.FILTER), Severity.STOP).orElse(null)));
  }

  // A missing field is a mistake of this resource only; its type, if wrong, is one of structure.
  private static Spot field(Spot spot) {
    Spot field = spot.get(SelectorTable.FIELD);
    if (!field.isAbsent()) {
      return field;
    }
    field.add(Severity.STOP, "a jq expression that gives the value of a record");
    return new Spot(field.path(), TextNode.valueOf("null"), field.findings());
  }

  private static void refuseUnknown(Spot spot) {
    for (Map.Entry<String, Spot> entry : spot.entries().entrySet()) {
      if (!KEYS.contains(Keys.snake(entry.getKey()))) {
        String hint = Nearest.hint(entry.getKey(), KEYS);
        String expected = "one of " + String.join(", ", KEYS) + hint;
        entry.getValue().add(Severity.STOP, "is no known key", expected);
      }
    }
  }
}
