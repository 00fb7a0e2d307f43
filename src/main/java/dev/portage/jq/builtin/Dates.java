package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** Dates; those that are made of these alone are in the prelude. */
final class Dates {
  private Dates() {}

  static void register(Table table) {
    table.simple("now", in -> Numbers.of(System.currentTimeMillis() / 1000.0));
    table.simple("gmtime", in -> Clock.brokenDown(seconds(in, "gmtime()"), ZoneOffset.UTC));
    table.simple(
        "localtime", in -> Clock.brokenDown(seconds(in, "localtime()"), ZoneId.systemDefault()));
    table.simple("mktime", Dates::makeTime);
    table.natively("strftime", 1, (run, in, a) -> format(in, a[0], ZoneOffset.UTC, "strftime/1"));
    table.natively(
        "strflocaltime",
        1,
        (run, in, a) -> format(in, a[0], ZoneId.systemDefault(), "strflocaltime/1"));
    table.natively("strptime", 1, (run, in, a) -> parse(in, a[0]));
  }

  private static double seconds(JsonNode in, String function) {
    if (!in.isNumber()) {
      throw new Failure(function + " requires a number");
    }
    return in.doubleValue();
  }

  private static JsonNode makeTime(JsonNode in) {
    if (!in.isArray()) {
      throw new Failure("mktime requires array of 6 numbers");
    }
    return Clock.seconds(in);
  }

  private static JsonNode format(JsonNode in, JsonNode format, ZoneId zone, String function) {
    if (!in.isNumber() && !in.isArray()) {
      throw new Failure(function + " requires parsed datetime inputs");
    }
    if (!Json.isText(format)) {
      throw new Failure(function + " requires a string format");
    }
    ZonedDateTime time =
        in.isNumber() ? Clock.at(in.doubleValue(), zone) : Clock.time(in, zone, function);
    return Json.text(DateFormat.format(time, format.textValue()));
  }

  private static JsonNode parse(JsonNode in, JsonNode format) {
    if (!Json.isText(in) || !Json.isText(format)) {
      throw new Failure("strptime/1 requires string inputs and arguments");
    }
    return new DateParser(in.textValue(), format.textValue()).parse();
  }
}
