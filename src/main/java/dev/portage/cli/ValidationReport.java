package dev.portage.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.Located;
import java.util.List;

/**
 * What {@code portage validate} prints.
 *
 * @param problems in order
 * @param resources how many could be read
 * @param port what came of asking Port; empty when nobody asked
 */
record ValidationReport(List<Located> problems, long resources, String port) {

  /** One line for each problem, and one that sums up. */
  String text() {
    StringBuilder out = new StringBuilder();
    problems.forEach(problem -> out.append(problem).append('\n'));
    out.append(problems.isEmpty() ? "no problems" : count(problems.size(), "problem"));
    out.append(", ").append(count(resources, "resource")).append(" read");
    if (!port.isEmpty()) {
      out.append("; ").append(port);
    }
    return out.append('\n').toString();
  }

  /** A number with its noun. */
  static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  /** The same for programs, as one line of JSON. */
  String json() {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ArrayNode list = all.putArray("problems");
    for (Located one : problems) {
      ObjectNode problem = list.addObject();
      if (!one.file().isEmpty()) {
        problem.put("file", one.file()).put("line", one.line()).put("column", one.column());
      }
      problem.put("where", one.problem().path());
      problem.put("found", one.problem().found());
      problem.put("expected", one.problem().expected());
    }
    all.put("resources", resources);
    if (!port.isEmpty()) {
      all.put("port", port);
    }
    return all + "\n";
  }
}
