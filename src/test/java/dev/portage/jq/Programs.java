package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.JsonReader;
import dev.portage.jq.value.JsonText;
import java.util.ArrayList;
import java.util.List;

/** Runs programs on JSON texts. */
final class Programs {
  private Programs() {}

  static JsonNode json(String text) {
    JsonNode value = JsonReader.read(text, new Run(JqOptions.DEFAULT));
    return value == null ? Json.NULL : value;
  }

  /** All outputs as compact JSON, joined by blanks. */
  static String run(String program, String input) {
    return run(program, input, JqOptions.DEFAULT);
  }

  static String run(String program, String input, JqOptions options) {
    List<String> outputs = new ArrayList<>();
    JqProgram.compile(program, options).each(json(input), value -> outputs.add(JsonText.of(value)));
    return String.join(" ", outputs);
  }
}
