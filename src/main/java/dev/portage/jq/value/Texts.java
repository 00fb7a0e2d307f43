package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Operations on texts, by code points. */
public final class Texts {
  private Texts() {}

  /** The parts between the separators; the code points when the separator is empty. */
  public static JsonNode split(String text, String separator) {
    List<JsonNode> parts = new ArrayList<>();
    if (text.isEmpty()) {
      return Json.array(parts);
    }
    if (separator.isEmpty()) {
      text.codePoints().forEach(c -> parts.add(Json.text(Character.toString(c))));
      return Json.array(parts);
    }
    int from = 0;
    int at = text.indexOf(separator);
    while (at >= 0) {
      parts.add(Json.text(text.substring(from, at)));
      from = at + separator.length();
      at = text.indexOf(separator, from);
    }
    parts.add(Json.text(text.substring(from)));
    return Json.array(parts);
  }

  /** The code point positions where a part occurs, overlapping ones included. */
  public static JsonNode positions(String text, String part) {
    List<JsonNode> found = new ArrayList<>();
    int codePoints = 0;
    int last = 0;
    int at = part.isEmpty() ? -1 : text.indexOf(part);
    while (at >= 0) {
      codePoints += text.codePointCount(last, at);
      last = at;
      found.add(Numbers.of((long) codePoints));
      at = text.indexOf(part, at + 1);
    }
    return Json.array(found);
  }

  /** The value as text: a text as it is, all else as JSON. */
  public static String of(JsonNode node) {
    return Json.isText(node) ? node.textValue() : JsonText.of(node);
  }
}
