package dev.portage.sink;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request to Port as the contract writes it: a file under {@code src/test/resources/port} with
 * method, path, query, headers and body.
 *
 * <p>Everything there is a constant, but for the texts {@code <time>}, {@code <uuid>}, {@code
 * <text>}, {@code <whole>} and {@code <number>}, which stand for any value of that sort, also in
 * the middle of path and query.
 *
 * @param name of the file without its ending
 * @param expected the file
 */
public record Shape(String name, JsonNode expected) {
  private static final Path FOLDER = Path.of("src/test/resources/port");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Map<String, String> TEXTS =
      Map.of(
          "<time>", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3,6})?(Z|[+]00:00)",
          "<uuid>", "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
          "<text>", ".+");

  /** Reads the file of that name. */
  static Shape of(String name) {
    try {
      String text = Files.readString(FOLDER.resolve(name + ".json"));
      return new Shape(name, MAPPER.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of all files there are. */
  static Set<String> names() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      Set<String> names = new LinkedHashSet<>();
      files.forEach(file -> names.add(file.getFileName().toString().replaceFirst("\\.json$", "")));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The names of the files that a request on the wire is like: the same method and path, the same
   * parameters, and a body of the same keys and types, whatever the values.
   */
  public static List<String> like(ApiRequest request) {
    return names().stream().filter(name -> Shape.of(name).isLike(request)).toList();
  }

  private boolean isLike(ApiRequest request) {
    JsonNode found = written(request);
    return expected.path("method").equals(found.path("method"))
        && found.path("path").asText().matches(anyBlueprint(expected.path("path").asText()))
        && parameters(expected).equals(parameters(found))
        && (isUsersOwn() || isSame(expected.path("body"), found.path("body")));
  }

  private static String anyBlueprint(String path) {
    return pattern(path).pattern().replace("/blueprints/user", "/blueprints/\\E[^/]+\\Q");
  }

  /** Blueprints, actions, scorecards and pages: what is in them is no matter of the contract. */
  private boolean isUsersOwn() {
    return expected.path("contract").asText().equals("4.3, row 8");
  }

  private static Set<String> parameters(JsonNode form) {
    Set<String> names = new TreeSet<>();
    form.path("query").forEach(text -> names.add(text.asText().replaceFirst("=.*", "")));
    return names;
  }

  /** The same keys and types; what may be null may be something else in another request. */
  private static boolean isSame(JsonNode wanted, JsonNode found) {
    Set<String> keys = new TreeSet<>();
    wanted.fieldNames().forEachRemaining(keys::add);
    found.fieldNames().forEachRemaining(keys::add);
    return keys.stream()
        .allMatch(key -> wanted.has(key) && found.has(key) && sort(wanted, found, key));
  }

  private static boolean sort(JsonNode wanted, JsonNode found, String key) {
    JsonNode one = wanted.path(key);
    JsonNode other = found.path(key);
    boolean sort = one.asText().equals("<whole>") || one.asText().equals("<number>");
    return one.isNull()
        || other.isNull()
        || (sort ? other.isNumber() : one.getNodeType() == other.getNodeType());
  }

  /** In what a request deviates, each with its place; empty when it has this shape. */
  List<String> differences(ApiRequest request) {
    List<String> all = new ArrayList<>();
    compare("", expected, written(request), all);
    return all;
  }

  /** The request in the form of the file. */
  private JsonNode written(ApiRequest request) {
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.set("contract", expected.path("contract"));
    form.put("method", request.method());
    form.put("path", URI.create(request.address()).getRawPath());
    request
        .query()
        .parameters()
        .forEach(parameter -> form.withArray("query").add(parameter.text()));
    form.withArray("query");
    request.headers().forEach(form.withObject("/headers")::put);
    if (request.body() instanceof ApiRequest.Json json) {
      // What is sent is text, so that a number is a number, whatever class holds it.
      form.set("body", read(json.value().toString()));
    }
    return form;
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(String at, JsonNode wanted, JsonNode found, List<String> all) {
    if (wanted.isObject() && found.isObject()) {
      Set<String> keys = new LinkedHashSet<>();
      wanted.fieldNames().forEachRemaining(keys::add);
      found.fieldNames().forEachRemaining(keys::add);
      keys.forEach(key -> compare(at + "." + key, at(wanted, key), at(found, key), all));
    } else if (wanted.isArray() && found.isArray() && wanted.size() == found.size()) {
      for (int i = 0; i < wanted.size(); i++) {
        compare(at + "[" + i + "]", wanted.get(i), found.get(i), all);
      }
    } else if (!fits(wanted, found)) {
      all.add("%s: %s; expected %s".formatted(at, shown(found), shown(wanted)));
    }
  }

  private static JsonNode at(JsonNode node, String key) {
    return node.has(key) ? node.get(key) : MissingNode.getInstance();
  }

  private static boolean fits(JsonNode wanted, JsonNode found) {
    if (wanted.asText().equals("<whole>")) {
      return found.isIntegralNumber();
    }
    if (wanted.asText().equals("<number>")) {
      return found.isNumber();
    }
    if (wanted.isTextual() && found.isTextual()) {
      return pattern(wanted.textValue()).matcher(found.textValue()).matches();
    }
    return wanted.isNumber() && found.isNumber()
        ? wanted.decimalValue().compareTo(found.decimalValue()) == 0
        : wanted.equals(found);
  }

  private static Pattern pattern(String text) {
    String pattern = Pattern.quote(text);
    for (Map.Entry<String, String> sort : TEXTS.entrySet()) {
      pattern = pattern.replace(sort.getKey(), "\\E" + sort.getValue() + "\\Q");
    }
    return Pattern.compile(pattern);
  }

  private static String shown(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }
}
