package dev.portage.jq.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Operations on texts, by code points. */
public final class Texts {
  private static final int LONG_PART = 64;

  private Texts() {}

  /** The parts between the separators; the code points when the separator is empty. */
  public static JsonNode split(String text, String separator, Watch watch) {
    List<JsonNode> parts = new ArrayList<>();
    if (text.isEmpty()) {
      return Json.array(parts);
    }
    if (separator.isEmpty()) {
      watch.checkSize(text.length());
      text.codePoints().forEach(c -> parts.add(Json.text(Character.toString(c))));
      return Json.array(parts);
    }
    int from = 0;
    int at = indexOf(text, separator, 0);
    while (at >= 0) {
      watch.checkSize(parts.size());
      parts.add(Json.text(text.substring(from, at)));
      from = at + separator.length();
      at = indexOf(text, separator, from);
    }
    parts.add(Json.text(text.substring(from)));
    return Json.array(parts);
  }

  /** The code point positions where a part occurs, overlapping ones included. */
  public static JsonNode positions(String text, String part, Watch watch) {
    List<JsonNode> found = new ArrayList<>();
    int codePoints = 0;
    int last = 0;
    int at = part.isEmpty() ? -1 : indexOf(text, part, 0);
    while (at >= 0) {
      watch.checkSize(found.size());
      codePoints += text.codePointCount(last, at);
      last = at;
      found.add(Numbers.of((long) codePoints));
      at = indexOf(text, part, at + 1);
    }
    return Json.array(found);
  }

  /** The value as text: a text as it is, all else as JSON. */
  public static String of(JsonNode node) {
    return Json.isText(node) ? node.textValue() : JsonText.of(node);
  }

  /** As {@link String#indexOf(String, int)}, but never quadratic. */
  static int indexOf(String text, String part, int from) {
    if (part.length() < LONG_PART) {
      return text.indexOf(part, from);
    }
    int[] borders = borders(part);
    int matched = 0;
    for (int i = from; i < text.length(); i++) {
      while (matched > 0 && text.charAt(i) != part.charAt(matched)) {
        matched = borders[matched - 1];
      }
      matched += text.charAt(i) == part.charAt(matched) ? 1 : 0;
      if (matched == part.length()) {
        return i - matched + 1;
      }
    }
    return -1;
  }

  /** Knuth, Morris and Pratt's table: how much of the part ends each of its beginnings. */
  private static int[] borders(String part) {
    int[] borders = new int[part.length()];
    int length = 0;
    for (int i = 1; i < part.length(); i++) {
      while (length > 0 && part.charAt(i) != part.charAt(length)) {
        length = borders[length - 1];
      }
      length += part.charAt(i) == part.charAt(length) ? 1 : 0;
      borders[i] = length;
    }
    return borders;
  }
}
