package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.builtin.Library.Table;
import dev.portage.jq.eval.Constant;
import dev.portage.jq.eval.Native;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import dev.portage.jq.value.Order;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;

/** Mathematics, in doubles. */
final class Maths {
  private Maths() {}

  static void register(Table table) {
    rounding(table);
    powers(table);
    angles(table);
    pairs(table);
    classes(table);
    table.natively("abs", 0, Maths::abs);
    table.simple("frexp", in -> FloatingPoint.frexp(number(in)));
    table.simple("modf", in -> FloatingPoint.modf(number(in)));
    table.simple("lgamma_r", in -> FloatingPoint.lgammaWithSign(number(in)));
    table.natively(
        "fma", 3, (run, in, a) -> Numbers.of(number(a[0]) * number(a[1]) + number(a[2])));
  }

  private static void rounding(Table table) {
    function(table, "floor", Math::floor);
    function(table, "ceil", Math::ceil);
    function(table, "round", x -> Math.copySign(Math.floor(Math.abs(x) + 0.5), x));
    function(table, "trunc", x -> x < 0 ? Math.ceil(x) : Math.floor(x));
    function(table, "rint", Math::rint);
    function(table, "nearbyint", Math::rint);
    function(table, "fabs", Math::abs);
  }

  private static void powers(Table table) {
    function(table, "sqrt", Math::sqrt);
    function(table, "cbrt", Math::cbrt);
    function(table, "exp", Math::exp);
    function(table, "exp2", x -> Math.pow(2, x));
    function(table, "exp10", x -> Math.pow(10, x));
    function(table, "pow10", x -> Math.pow(10, x));
    function(table, "expm1", Math::expm1);
    function(table, "log", Math::log);
    function(table, "log2", FloatingPoint::log2);
    function(table, "log10", Math::log10);
    function(table, "log1p", Math::log1p);
    function(table, "significand", FloatingPoint::significand);
    function(table, "logb", FloatingPoint::logb);
    function(table, "gamma", FloatingPoint::lgamma);
    function(table, "lgamma", FloatingPoint::lgamma);
    function(table, "tgamma", FloatingPoint::gamma);
  }

  private static void angles(Table table) {
    function(table, "sin", Math::sin);
    function(table, "cos", Math::cos);
    function(table, "tan", Math::tan);
    function(table, "asin", Math::asin);
    function(table, "acos", Math::acos);
    function(table, "atan", Math::atan);
    function(table, "sinh", Math::sinh);
    function(table, "cosh", Math::cosh);
    function(table, "tanh", Math::tanh);
    function(table, "asinh", x -> Math.copySign(asinh(Math.abs(x)), x));
    function(table, "acosh", x -> Math.log(x + Math.sqrt(x * x - 1)));
    function(table, "atanh", x -> 0.5 * Math.log((1 + x) / (1 - x)));
  }

  private static double asinh(double x) {
    return Math.log(x + Math.sqrt(x * x + 1));
  }

  private static void pairs(Table table) {
    pair(table, "pow", Math::pow);
    pair(table, "atan2", Math::atan2);
    pair(table, "hypot", Math::hypot);
    pair(table, "fmod", (x, y) -> x % y);
    pair(table, "fmin", (x, y) -> Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.min(x, y));
    pair(table, "fmax", (x, y) -> Double.isNaN(x) ? y : Double.isNaN(y) ? x : Math.max(x, y));
    pair(table, "fdim", (x, y) -> x > y ? x - y : Double.isNaN(x) || Double.isNaN(y) ? x + y : 0);
    pair(table, "copysign", Math::copySign);
    pair(table, "drem", Math::IEEEremainder);
    pair(table, "nextafter", Math::nextAfter);
    pair(table, "nexttoward", Math::nextAfter);
    pair(table, "ldexp", FloatingPoint::scaled);
    pair(table, "scalb", FloatingPoint::scaled);
    pair(table, "scalbln", FloatingPoint::scaled);
  }

  private static void classes(Table table) {
    table.special("nan", 0, a -> new Constant(Numbers.of(Double.NaN)));
    table.special("infinite", 0, a -> new Constant(Numbers.of(Double.POSITIVE_INFINITY)));
    test(table, "isnan", Double::isNaN);
    test(table, "isinfinite", Double::isInfinite);
    test(table, "isnormal", x -> Double.isFinite(x) && Math.abs(x) >= Double.MIN_NORMAL);
    table.simple("isfinite", in -> Json.bool(in.isNumber() && !Double.isInfinite(number(in))));
  }

  private static double number(JsonNode node) {
    if (!node.isNumber()) {
      throw Failure.of(node, "number required");
    }
    return node.doubleValue();
  }

  private static JsonNode abs(Run run, JsonNode in, JsonNode[] none) {
    if (in.isNumber()) {
      return Numbers.abs(in);
    }
    if (Order.compare(in, Numbers.of(0L), run) < 0) {
      throw Failure.of(in, "cannot be negated");
    }
    return in;
  }

  private static void function(Table table, String name, DoubleUnaryOperator function) {
    table.simple(name, in -> Numbers.of(function.applyAsDouble(number(in))));
  }

  private static void pair(Table table, String name, DoubleBinaryOperator function) {
    table.natively(
        name, 2, (run, in, a) -> Numbers.of(function.applyAsDouble(number(a[0]), number(a[1]))));
  }

  private static void test(Table table, String name, DoublePredicate test) {
    Native.Body body = (run, in, a) -> Json.bool(test.test(number(in)));
    table.special(name, 0, a -> new Native(body, List.of()));
  }
}
