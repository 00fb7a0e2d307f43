package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the expressions of one mapping gave over a run (contract, section 8.4). Safe to share
 * between threads, and cheap: one addition for a value that is null or fails, none for others.
 */
public final class ExpressionReport {
  private final EntityMapping mapping;
  private final List<Expression> expressions;
  private final Tally[] tallies;

  /**
   * The count of an expression.
   *
   * @param path where it stands in the mapping
   * @param program as it was written
   * @param nulls how many items gave null or nothing
   * @param failures for how many items it failed, or gave what Port cannot take there
   * @param firstFailure one of the failures, with types and at most a few characters of data; null
   *     when there is none
   */
  public record Line(
      String path, String program, long nulls, long failures, @Nullable String firstFailure) {}

  /** Starts at nought. */
  public ExpressionReport(EntityMapping mapping) {
    this.mapping = mapping;
    this.expressions = Expressions.of(mapping);
    this.tallies = new Tally[expressions.size()];
    for (int i = 0; i < tallies.length; i++) {
      tallies[i] = new Tally();
    }
  }

  /** Every expression, in the order of the mapping. */
  public List<Line> all() {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < tallies.length; i++) {
      lines.add(tallies[i].line(expressions.get(i)));
    }
    return List.copyOf(lines);
  }

  /** The expressions that gave null or failed at least once, in the order of the mapping. */
  public List<Line> summary() {
    return all().stream().filter(line -> line.nulls() + line.failures() > 0).toList();
  }

  /** Begins an item. */
  // An equal mapping would do, but comparing two is too slow for every item.
  @SuppressWarnings("ReferenceEquality")
  Evaluation evaluation(EntityMapping asking, JsonNode item) {
    if (asking != mapping) {
      throw new IllegalArgumentException("the report was made for another mapping");
    }
    return new Evaluation(item, tallies);
  }
}
