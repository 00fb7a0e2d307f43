package dev.portage.jq.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.JqException;
import dev.portage.jq.JqOptions;
import dev.portage.jq.JqProgram;
import dev.portage.jq.JqSyntaxException;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.JsonText;
import dev.portage.jq.value.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What became of a block.
 *
 * @param passed whether it did what it must
 * @param detail what differs, else empty
 */
public record Verdict(Block block, boolean passed, String detail) {
  /** jq's own tests expect this one variable. */
  private static final JqOptions OPTIONS =
      JqOptions.DEFAULT.withEnvironment(Map.of("PAGER", "less"));

  /** Runs a block. */
  public static Verdict of(Block block) {
    JqProgram program;
    try {
      program = JqProgram.compile(block.program(), OPTIONS);
    } catch (JqSyntaxException e) {
      String detail = block.fails() ? "" : "does not compile: " + e.getMessage();
      return new Verdict(block, block.fails(), detail);
    }
    return block.fails()
        ? new Verdict(block, false, "compiles, but must not")
        : compared(block, program);
  }

  private static Verdict compared(Block block, JqProgram program) {
    List<JsonNode> expected = new ArrayList<>();
    block.outputs().forEach(output -> expected.add(read(output)));
    List<JsonNode> actual = new ArrayList<>();
    String error = "";
    try {
      program.each(read(block.input()), actual::add);
    } catch (JqException e) {
      error = " and then the error: " + e.getMessage();
    }
    Run run = new Run(OPTIONS);
    boolean same =
        actual.size() == expected.size()
            && Order.equal(Json.array(actual), Json.array(expected), run);
    String detail = "expected " + shown(expected) + " but gave " + shown(actual) + error;
    return new Verdict(block, same, same ? "" : detail);
  }

  private static JsonNode read(String text) {
    return JsonFile.one(text);
  }

  private static String shown(List<JsonNode> values) {
    return JsonText.of(Json.array(values));
  }
}
