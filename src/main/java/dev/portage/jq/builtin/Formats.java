package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.JsonText;
import dev.portage.jq.value.Order;
import dev.portage.jq.value.Texts;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code @text}, {@code @json}, {@code @csv}, {@code @tsv}, {@code @html}, {@code @sh} and more.
 */
public final class Formats {
  private static final Map<String, Function<JsonNode, String>> FORMATS =
      Map.ofEntries(
          Map.entry("text", Texts::of),
          Map.entry("json", JsonText::of),
          Map.entry("csv", in -> row(in, ",", "csv")),
          Map.entry("tsv", in -> row(in, "\t", "tsv")),
          Map.entry("html", in -> html(Texts.of(in))),
          Map.entry("sh", Formats::shell),
          Map.entry("uri", in -> Bytes.toUri(Texts.of(in))),
          Map.entry("urid", in -> Bytes.fromUri(Json.text(Texts.of(in)))),
          Map.entry("base64", in -> Bytes.toBase64(Texts.of(in))),
          Map.entry("base64d", in -> Bytes.fromBase64(Json.text(Texts.of(in)))),
          Map.entry("base32", in -> Bytes.toBase32(Texts.of(in))),
          Map.entry("base32d", in -> Bytes.fromBase32(Json.text(Texts.of(in)))));

  private Formats() {}

  /** Whether there is a format of that name. */
  public static boolean exists(String name) {
    return FORMATS.containsKey(name);
  }

  /** The names without {@code @}. */
  public static Set<String> names() {
    return FORMATS.keySet();
  }

  /** What a format makes of a value. */
  public static Function<JsonNode, String> named(String name) {
    Function<JsonNode, String> format = FORMATS.get(name);
    if (format == null) {
      throw new IllegalArgumentException("no format: " + name);
    }
    return format;
  }

  private static String row(JsonNode in, String separator, String kind) {
    if (!in.isArray()) {
      throw Failure.of(in, "cannot be " + kind + "-formatted, only array");
    }
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < in.size(); i++) {
      row.append(i == 0 ? "" : separator).append(cell(in.get(i), kind));
      JsonText.check(row);
    }
    return row.toString();
  }

  private static String cell(JsonNode value, String kind) {
    if (value.isContainerNode()) {
      throw Failure.of(value, "is not valid in a csv row");
    }
    if (value.isNull() || Order.isNan(value)) {
      return "";
    }
    if (!Json.isText(value)) {
      return JsonText.of(value);
    }
    String text = value.textValue();
    return kind.equals("csv") ? '"' + text.replace("\"", "\"\"") + '"' : tabSafe(text);
  }

  private static String tabSafe(String text) {
    return text.replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\r", "\\r")
        .replace("\n", "\\n");
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&apos;")
        .replace("\"", "&quot;");
  }

  private static String shell(JsonNode in) {
    if (!in.isArray()) {
      return word(in);
    }
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < in.size(); i++) {
      words.append(i == 0 ? "" : " ").append(word(in.get(i)));
      JsonText.check(words);
    }
    return words.toString();
  }

  private static String word(JsonNode value) {
    if (value.isContainerNode()) {
      throw Failure.of(value, "can not be escaped for shell");
    }
    return Json.isText(value)
        ? "'" + value.textValue().replace("'", "'\\''") + "'"
        : JsonText.of(value);
  }
}
