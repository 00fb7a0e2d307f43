package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.util.List;

/** What C's mathematics library has and Java's has not. */
final class FloatingPoint {
  /** Lanczos' approximation with g = 7. */
  private static final double[] LANCZOS = {
    0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531,
    -176.6150291621406, 12.507343278686905, -0.13857109526572012, 9.984369578019572e-6,
    1.5056327351493116e-7
  };

  private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

  private FloatingPoint() {}

  /** Exact for powers of two. */
  static double log2(double x) {
    if (x > 0 && Double.isFinite(x) && significand(x) == 1) {
      return logb(x);
    }
    return Math.log(x) / Math.log(2);
  }

  static double logb(double x) {
    if (x == 0) {
      return Double.NEGATIVE_INFINITY;
    }
    if (!Double.isFinite(x)) {
      return Math.abs(x);
    }
    return Math.abs(x) < Double.MIN_NORMAL
        ? Math.getExponent(x * 0x1p54) - 54
        : Math.getExponent(x);
  }

  static double significand(double x) {
    return x == 0 || !Double.isFinite(x) ? x : scaled(x, -logb(x));
  }

  static double scaled(double x, double exponent) {
    int whole = (int) Math.max(-5000, Math.min(5000, exponent));
    return Math.scalb(Math.scalb(x, whole / 2), whole - whole / 2);
  }

  static JsonNode frexp(double x) {
    if (x == 0 || !Double.isFinite(x)) {
      return pair(x, 0);
    }
    double exponent = logb(x) + 1;
    return pair(scaled(x, -exponent), exponent);
  }

  static JsonNode modf(double x) {
    double whole = x < 0 ? Math.ceil(x) : Math.floor(x);
    return pair(Double.isInfinite(x) ? Math.copySign(0, x) : x - whole, whole);
  }

  static JsonNode lgammaWithSign(double x) {
    boolean negative = x < 0 && Math.floor(x) % 2 != 0;
    return pair(lgamma(x), negative ? -1 : 1);
  }

  static double gamma(double x) {
    if (x == Math.rint(x) && x > 0 && x < 24) {
      double product = 1;
      for (int i = 2; i < x; i++) {
        product *= i;
      }
      return product;
    }
    if (x < 0.5) {
      return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
    }
    return Math.exp(lgamma(x));
  }

  static double lgamma(double x) {
    if (x < 0.5) {
      return Math.log(Math.PI / Math.abs(Math.sin(Math.PI * x))) - lgamma(1 - x);
    }
    if (x == 1 || x == 2) {
      return 0;
    }
    double sum = LANCZOS[0];
    for (int i = 1; i < LANCZOS.length; i++) {
      sum += LANCZOS[i] / (x - 1 + i);
    }
    double base = x + 6.5;
    return HALF_LOG_TWO_PI + Math.log(sum) + (x - 0.5) * Math.log(base) - base;
  }

  private static JsonNode pair(double first, double second) {
    return Json.array(List.of(Numbers.of(first), Numbers.of(second)));
  }
}
