package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import dev.portage.jq.value.Order;
import dev.portage.jq.value.Texts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts. */
final class Strings {
  private static final int REPLACEMENT = 0xFFFD;

  private Strings() {}

  static void register(Table table) {
    table.natively("startswith", 1, (run, in, a) -> Json.bool(starts(in, a[0])));
    table.natively("endswith", 1, (run, in, a) -> Json.bool(ends(in, a[0])));
    table.natively("ltrimstr", 1, (run, in, a) -> withoutStart(in, a[0]));
    table.natively("rtrimstr", 1, (run, in, a) -> withoutEnd(in, a[0]));
    table.natively("trimstr", 1, (run, in, a) -> withoutEnd(withoutStart(in, a[0]), a[0]));
    String trims = "trim input must be a string";
    table.text("trim", trims, text -> Json.text(trimmed(text, true, true)));
    table.text("ltrim", trims, text -> Json.text(trimmed(text, true, false)));
    table.text("rtrim", trims, text -> Json.text(trimmed(text, false, true)));
    table.natively("split", 1, (run, in, a) -> split(in, a[0], run));
    table.natively("explode", 0, (run, in, a) -> explode(in, run));
    table.simple("implode", Strings::implode);
    table.text(
        "ascii_downcase",
        "ascii_downcase input must be a string",
        text -> Json.text(cased(text, 'A', 'Z', 32)));
    table.text(
        "ascii_upcase",
        "ascii_upcase input must be a string",
        text -> Json.text(cased(text, 'a', 'z', -32)));
    table.simple("ascii", in -> Json.text(Character.toString((int) in.doubleValue())));
    table.simple("utf8bytelength", Strings::bytes);
  }

  private static boolean starts(JsonNode in, JsonNode part) {
    if (!Json.isText(in) || !Json.isText(part)) {
      throw new Failure("startswith() requires string inputs");
    }
    return in.textValue().startsWith(part.textValue());
  }

  private static boolean ends(JsonNode in, JsonNode part) {
    if (!Json.isText(in) || !Json.isText(part)) {
      throw new Failure("endswith() requires string inputs");
    }
    return in.textValue().endsWith(part.textValue());
  }

  private static JsonNode withoutStart(JsonNode in, JsonNode part) {
    return starts(in, part) ? Json.text(in.textValue().substring(part.textValue().length())) : in;
  }

  private static JsonNode withoutEnd(JsonNode in, JsonNode part) {
    if (!ends(in, part)) {
      return in;
    }
    String text = in.textValue();
    return Json.text(text.substring(0, text.length() - part.textValue().length()));
  }

  private static String trimmed(String text, boolean start, boolean end) {
    int from = 0;
    int to = text.length();
    while (start && from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (end && to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** What Unicode calls white space, no-break spaces included. */
  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
  }

  private static JsonNode split(JsonNode in, JsonNode separator, Run run) {
    if (!Json.isText(in) || !Json.isText(separator)) {
      throw new Failure("split input and separator must be strings");
    }
    return Texts.split(in.textValue(), separator.textValue(), run);
  }

  private static JsonNode explode(JsonNode in, Run run) {
    if (!Json.isText(in)) {
      throw new Failure("explode input must be a string");
    }
    String text = in.textValue();
    run.checkSize(text.length());
    List<JsonNode> codePoints = new ArrayList<>(text.length());
    text.codePoints().forEach(c -> codePoints.add(Numbers.of((long) c)));
    return Json.array(codePoints);
  }

  private static JsonNode implode(JsonNode in) {
    if (!in.isArray()) {
      throw new Failure("implode input must be an array");
    }
    StringBuilder text = new StringBuilder(in.size());
    for (JsonNode item : in) {
      if (!item.isNumber() || Order.isNan(item)) {
        throw Failure.of(item, "can't be imploded, unicode codepoint needs to be numeric");
      }
      int codePoint = (int) item.doubleValue();
      boolean valid = Character.isValidCodePoint(codePoint) && (codePoint & 0x1FF800) != 0xD800;
      text.appendCodePoint(valid ? codePoint : REPLACEMENT);
    }
    return Json.text(text.toString());
  }

  private static String cased(String text, char first, char last, int shift) {
    char[] characters = text.toCharArray();
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] >= first && characters[i] <= last) {
        characters[i] += (char) shift;
      }
    }
    return new String(characters);
  }

  private static JsonNode bytes(JsonNode in) {
    if (!Json.isText(in)) {
      throw Failure.of(in, "only strings have UTF-8 byte length");
    }
    return Numbers.of((long) in.textValue().getBytes(StandardCharsets.UTF_8).length);
  }
}
