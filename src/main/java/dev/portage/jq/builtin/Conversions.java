package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.JsonReader;
import dev.portage.jq.value.JsonText;
import dev.portage.jq.value.Numbers;
import dev.portage.jq.value.Numerals;
import dev.portage.jq.value.Texts;
import dev.portage.jq.value.Utf;

/** From one kind to another: tojson, tostring, tonumber, length, formats by name. */
final class Conversions {
  private Conversions() {}

  static void register(Table table) {
    table.natively("tojson", 0, (run, in, a) -> checked(run, JsonText.of(in)));
    table.natively(
        "tostring", 0, (run, in, a) -> Json.isText(in) ? in : checked(run, Texts.of(in)));
    table.natively("fromjson", 0, (run, in, a) -> fromJson(in, run));
    table.simple("tonumber", Conversions::toNumber);
    table.simple("toboolean", Conversions::toBoolean);
    table.simple("length", Conversions::length);
    table.natively("format", 1, (run, in, a) -> checked(run, Formats.named(name(a[0])).apply(in)));
  }

  private static String name(JsonNode format) {
    if (!Json.isText(format) || !Formats.exists(format.textValue())) {
      throw Json.isText(format)
          ? new Failure(format.textValue() + " is not a valid format")
          : Failure.of(format, "is not a valid format");
    }
    return format.textValue();
  }

  private static JsonNode checked(Run run, String text) {
    run.checkText(text.length());
    return Json.text(text);
  }

  private static JsonNode fromJson(JsonNode in, Run run) {
    if (!Json.isText(in)) {
      throw Failure.of(in, "only strings can be parsed");
    }
    JsonNode value = JsonReader.read(in.textValue(), run);
    if (value == null) {
      throw new Failure("Expected JSON value (while parsing '')");
    }
    return value;
  }

  private static JsonNode toNumber(JsonNode in) {
    if (in.isNumber()) {
      return in;
    }
    if (Json.isText(in)) {
      String text = in.textValue();
      if (Numerals.isNumeral(text)) {
        return Numbers.literal(text.startsWith("+") ? text.substring(1) : text);
      }
      if (text.equals("nan")) {
        return Numbers.of(Double.NaN);
      }
    }
    throw Failure.of(in, "cannot be parsed as a number");
  }

  private static JsonNode toBoolean(JsonNode in) {
    if (in.isBoolean()) {
      return in;
    }
    String text = Json.isText(in) ? in.textValue() : "";
    if (!text.equals("true") && !text.equals("false")) {
      throw Failure.of(in, "cannot be parsed as a boolean");
    }
    return Json.bool(text.equals("true"));
  }

  private static JsonNode length(JsonNode in) {
    return switch (in.getNodeType()) {
      case NULL, MISSING -> Numbers.of(0L);
      case STRING, BINARY, POJO -> Numbers.of((long) Utf.length(in.asText()));
      case ARRAY, OBJECT -> Numbers.of((long) in.size());
      case NUMBER -> Numbers.abs(in);
      case BOOLEAN -> throw Failure.of(in, "has no length");
    };
  }
}
