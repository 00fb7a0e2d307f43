package dev.portage.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Makes data fit to be shown to people outside (contract, sections 4.11 and 4.12): the secrets that
 * are known, what looks like one, and every text below a key that speaks of one become {@code
 * [REDACTED]}. Keys, numbers, booleans and null stay.
 */
public final class Redaction {
  private static final String MARK = "[REDACTED]";
  private static final Pattern SECRET_KEY =
      Pattern.compile(
          "(?i)token|secret|passw|passphrase|^pwd$|authorization|credential|cookie"
              + "|(api|private|access|encryption|signing|ssh|shared|account)[ _-]?key");

  private final Masker masker;

  /** Hides what the masker knows, now and later, and what looks like a secret. */
  public Redaction(Masker masker) {
    this.masker = masker;
  }

  /** The text without secrets. */
  public String text(String text) {
    return SecretShapes.replace(masker.mask(text, MARK), MARK);
  }

  /** A copy of the value without secrets; the value itself stays as it is. */
  public JsonNode json(JsonNode value) {
    return json(value, false);
  }

  private JsonNode json(JsonNode value, boolean hidden) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        boolean secret = hidden || SECRET_KEY.matcher(field.getKey()).find();
        copy.set(field.getKey(), json(field.getValue(), secret));
      }
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(element -> copy.add(json(element, hidden)));
      return copy;
    }
    return value.isTextual() ? TextNode.valueOf(leaf(value.textValue(), hidden)) : value;
  }

  private String leaf(String text, boolean hidden) {
    return hidden && !text.isEmpty() ? MARK : text(text);
  }
}
