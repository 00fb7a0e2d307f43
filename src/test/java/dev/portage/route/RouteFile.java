package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code routes/}, read as the YAML that it is.
 *
 * @param name without its ending
 */
record RouteFile(String name, JsonNode content) {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");
  private static final List<String> BRANCHES =
      List.of("steps", "doCatch", "doFinally", "when", "otherwise");

  /** All files there are. */
  static List<RouteFile> all() {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(RouteFile::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RouteFile of(Path file) {
    try {
      String name = file.getFileName().toString().replace(".camel.yaml", "");
      return new RouteFile(name, YAML.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its routes and the templates of routes. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    for (JsonNode element : content) {
      if (element.has("route")) {
        routes.add(new Route(element.path("route"), MissingNode.getInstance()));
      } else if (element.has("routeTemplate")) {
        routes.add(new Route(element.at("/routeTemplate/route"), element.path("routeTemplate")));
      }
    }
    return routes;
  }

  /** Every call of a bean's method, in steps and elsewhere. */
  List<JsonNode> calls() {
    List<JsonNode> calls = new ArrayList<>();
    collectCalls(content, calls);
    return calls;
  }

  private static void collectCalls(JsonNode node, List<JsonNode> into) {
    if (node.path("method").isTextual() && node.has("ref")) {
      into.add(node);
    }
    node.forEach(child -> collectCalls(child, into));
  }

  /** Every text under a key, wherever it stands. */
  List<String> texts(String key) {
    return content.findValues(key).stream().map(JsonNode::asText).toList();
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * A route.
   *
   * @param template missing where it is none
   */
  record Route(JsonNode route, JsonNode template) {

    String id() {
      return template.has("id") ? template.path("id").asText() : text("id");
    }

    String text(String key) {
      return route.path(key).asText();
    }

    List<JsonNode> parameters() {
      List<JsonNode> parameters = new ArrayList<>();
      template.path("parameters").forEach(parameters::add);
      return parameters;
    }

    Set<String> placeholders() {
      Set<String> found = new HashSet<>();
      Matcher matcher = PLACEHOLDER.matcher(route.toString());
      while (matcher.find()) {
        found.add(matcher.group(1));
      }
      return found;
    }

    List<Node> nodes() {
      List<Node> nodes = new ArrayList<>();
      collect(route.path("from").path("steps"), nodes);
      return nodes;
    }

    private static void collect(JsonNode steps, List<Node> into) {
      for (JsonNode step : steps) {
        for (Map.Entry<String, JsonNode> node : step.properties()) {
          into.add(new Node(node.getKey(), node.getValue()));
          branches(node.getValue(), into);
        }
      }
    }

    private static void branches(JsonNode node, List<Node> into) {
      for (String branch : BRANCHES) {
        if (branch.equals("steps")) {
          collect(node.path(branch), into);
        } else if (node.path(branch).isObject()) {
          into.add(new Node(branch, node.path(branch)));
          branches(node.path(branch), into);
        } else {
          for (JsonNode one : node.path(branch)) {
            into.add(new Node(branch, one));
            branches(one, into);
          }
        }
      }
    }

    @Override
    public String toString() {
      return id();
    }
  }

  /**
   * A node of a route.
   *
   * @param kind such as {@code setBody}
   */
  record Node(String kind, JsonNode value) {

    String id() {
      return value.path("id").asText();
    }

    /** What a person reads of it; empty when there is nothing. */
    String description() {
      return value.path("description").asText();
    }

    /** The bean and method that the node calls; null when it calls none. */
    @Nullable JsonNode call() {
      if (value.path("method").isObject()) {
        return value.path("method");
      }
      return kind.equals("bean") ? value : null;
    }
  }
}
