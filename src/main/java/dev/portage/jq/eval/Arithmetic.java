package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import dev.portage.jq.value.Order;
import dev.portage.jq.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the operators do with two values of any kinds. */
public final class Arithmetic {
  private static final int MAX_DEPTH = 10_000;

  private Arithmetic() {}

  /** The operator of that name. */
  public static Operator operator(String name) {
    return switch (name) {
      case "+" -> Arithmetic::plus;
      case "-" -> Arithmetic::minus;
      case "*" -> Arithmetic::times;
      case "/" -> Arithmetic::divide;
      case "%" -> Arithmetic::remainder;
      case "==" -> (run, a, b) -> Json.bool(Order.equal(a, b, run));
      case "!=" -> (run, a, b) -> Json.bool(!Order.equal(a, b, run));
      case "<" -> (run, a, b) -> Json.bool(Order.compare(a, b, run) < 0);
      case "<=" -> (run, a, b) -> Json.bool(Order.compare(a, b, run) <= 0);
      case ">" -> (run, a, b) -> Json.bool(Order.compare(a, b, run) > 0);
      case ">=" -> (run, a, b) -> Json.bool(Order.compare(a, b, run) >= 0);
      default -> throw new IllegalArgumentException("no operator: " + name);
    };
  }

  /** {@code a + b}: sum, text joined, arrays joined, objects merged; null adds nothing. */
  public static JsonNode plus(Run run, JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Numbers.of(a.doubleValue() + b.doubleValue());
    }
    if (Json.isText(a) && Json.isText(b)) {
      String left = a.textValue();
      String right = b.textValue();
      run.checkText((long) left.length() + right.length());
      return Json.text(left.concat(right));
    }
    if (a.isNull() || b.isNull()) {
      return a.isNull() ? b : a;
    }
    if (a.isArray() && b.isArray()) {
      return a.isEmpty() ? b : new Edits(run).append(a, b);
    }
    if (a.isObject() && b.isObject()) {
      return merge(run, a, b);
    }
    throw Failure.of(a, b, "cannot be added");
  }

  private static JsonNode merge(Run run, JsonNode a, JsonNode b) {
    Map<String, JsonNode> fields = Json.copy(a);
    fields.putAll(Json.copy(b));
    run.checkSize(fields.size());
    run.addCells(b.size());
    return Json.object(fields);
  }

  private static JsonNode minus(Run run, JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Numbers.of(a.doubleValue() - b.doubleValue());
    }
    if (!a.isArray() || !b.isArray()) {
      throw Failure.of(a, b, "cannot be subtracted");
    }
    List<JsonNode> rest = new ArrayList<>(a.size());
    for (JsonNode item : a) {
      if (!contains(run, b, item)) {
        rest.add(item);
      }
    }
    return Json.array(rest);
  }

  private static boolean contains(Run run, JsonNode array, JsonNode wanted) {
    for (JsonNode item : array) {
      run.step();
      if (Order.equal(item, wanted, run)) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode times(Run run, JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      return Numbers.of(a.doubleValue() * b.doubleValue());
    }
    if (Json.isText(a) && b.isNumber()) {
      return repeat(run, a.textValue(), b.doubleValue());
    }
    if (a.isNumber() && Json.isText(b)) {
      return repeat(run, b.textValue(), a.doubleValue());
    }
    if (a.isObject() && b.isObject()) {
      return mergeDeeply(run, a, b, 0);
    }
    throw Failure.of(a, b, "cannot be multiplied");
  }

  private static JsonNode repeat(Run run, String text, double times) {
    if (Double.isNaN(times) || times < 0) {
      return Json.NULL;
    }
    double length = Math.floor(times) * text.length();
    if (length > Integer.MAX_VALUE) {
      throw new Failure("Repeat string result too long");
    }
    run.checkText((long) length);
    return Json.text(length == 0 ? "" : text.repeat((int) times));
  }

  private static JsonNode mergeDeeply(Run run, JsonNode a, JsonNode b, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Failure("Object merge too deep");
    }
    Map<String, JsonNode> fields = Json.copy(a);
    for (Map.Entry<String, JsonNode> entry : b.properties()) {
      JsonNode old = fields.get(entry.getKey());
      JsonNode value = entry.getValue();
      boolean both = old != null && old.isObject() && value.isObject();
      fields.put(
          entry.getKey(), both && old != null ? mergeDeeply(run, old, value, depth + 1) : value);
    }
    run.checkSize(fields.size());
    run.addCells(b.size());
    return Json.object(fields);
  }

  private static JsonNode divide(Run run, JsonNode a, JsonNode b) {
    if (a.isNumber() && b.isNumber()) {
      if (b.doubleValue() == 0) {
        throw Failure.of(a, b, "cannot be divided because the divisor is zero");
      }
      return Numbers.of(a.doubleValue() / b.doubleValue());
    }
    if (Json.isText(a) && Json.isText(b)) {
      return Texts.split(a.textValue(), b.textValue(), run);
    }
    throw Failure.of(a, b, "cannot be divided");
  }

  private static JsonNode remainder(Run run, JsonNode a, JsonNode b) {
    if (!a.isNumber() || !b.isNumber()) {
      throw Failure.of(a, b, "cannot be divided (remainder)");
    }
    double left = a.doubleValue();
    double right = b.doubleValue();
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Numbers.of(Double.NaN);
    }
    if ((long) right == 0) {
      throw Failure.of(a, b, "cannot be divided (remainder) because the divisor is zero");
    }
    return Numbers.of((double) ((long) left % (long) right));
  }
}
