package dev.portage.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.http.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where the answer of a login goes: texts that may hold {@code {{.path}}} (contract, section 6.9).
 *
 * @param headers by name
 * @param queryParams by name
 * @param body merged into a JSON body
 */
public record AuthTemplate(
    Map<String, String> headers, Map<String, String> queryParams, ObjectNode body) {
  private static final String PLACE = "customAuthRequestTemplate";

  /**
   * Refuses a template that is empty, or holds {@code {{...}}} that is no jq path.
   *
   * @throws IllegalArgumentException with a message that names the text's path
   */
  public AuthTemplate {
    if (headers.isEmpty() && queryParams.isEmpty() && body.isEmpty()) {
      throw new IllegalArgumentException(
          PLACE + ": is empty; expected at least one of headers, queryParams, body");
    }
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    queryParams = Collections.unmodifiableMap(new LinkedHashMap<>(queryParams));
    body = body.deepCopy();
    eachText(headers, ".headers.", TemplateText::text);
    eachText(queryParams, ".queryParams.", TemplateText::text);
    walk(body, PLACE + ".body", TemplateText::text);
  }

  /** The headers with the values of a login answer. */
  Map<String, String> headers(Login login) {
    return eachText(headers, ".headers.", text -> text.fill(login));
  }

  /** The query parameters with the values of a login answer. */
  Map<String, String> queryParams(Login login) {
    return eachText(queryParams, ".queryParams.", text -> text.fill(login));
  }

  /** The body with the values of a login answer. */
  ObjectNode body(Login login) {
    return (ObjectNode) walk(body, PLACE + ".body", text -> text.fill(login));
  }

  /** The texts that are credentials themselves, without any variable. */
  List<Secret> secrets() {
    return Stream.of(headers, queryParams)
        .flatMap(texts -> texts.entrySet().stream())
        .filter(text -> !text.getValue().contains("{{"))
        .flatMap(text -> LoginSecrets.fixed(text.getKey(), text.getValue()).stream())
        .toList();
  }

  private static Map<String, String> eachText(
      Map<String, String> texts, String under, Function<TemplateText, String> change) {
    Map<String, String> changed = new LinkedHashMap<>();
    texts.forEach(
        (name, text) ->
            changed.put(name, change.apply(new TemplateText(PLACE + under + name, text))));
    return changed;
  }

  private static JsonNode walk(JsonNode node, String place, Function<TemplateText, String> change) {
    if (node.isTextual()) {
      return TextNode.valueOf(change.apply(new TemplateText(place, node.textValue())));
    }
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode(node.size());
      for (int i = 0; i < node.size(); i++) {
        list.add(walk(node.path(i), place + "[" + i + "]", change));
      }
      return list;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              e -> object.set(e.getKey(), walk(e.getValue(), place + "." + e.getKey(), change)));
      return object;
    }
    return node;
  }

  /** Nothing of the content: texts may be secrets. */
  @Override
  public String toString() {
    return "AuthTemplate[***]";
  }
}
