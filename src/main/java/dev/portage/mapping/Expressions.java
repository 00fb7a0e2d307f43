package dev.portage.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The expressions of a mapping in the order in which {@link Evaluation} asks for them. */
final class Expressions {
  private final List<Expression> all = new ArrayList<>();

  private Expressions() {}

  /** All leaves: identifier, blueprint, title, icon, team, properties, relations. */
  static List<Expression> of(EntityMapping mapping) {
    Expressions expressions = new Expressions();
    expressions.add(mapping.identifier());
    expressions.add(mapping.blueprint());
    expressions.add(mapping.title());
    expressions.add(mapping.icon());
    expressions.add(mapping.team());
    mapping.properties().values().forEach(expressions::add);
    mapping.relations().values().forEach(expressions::add);
    return expressions.all;
  }

  private void add(@Nullable Expression expression) {
    if (expression != null) {
      all.add(expression);
    }
  }

  private void add(@Nullable FieldValue field) {
    if (field instanceof FieldValue.Jq jq) {
      all.add(jq.expression());
    } else if (field instanceof FieldValue.Search search) {
      addSearch(search);
    }
  }

  private void addSearch(FieldValue.Search search) {
    all.add(search.combinator());
    for (FieldValue.Rule rule : search.rules()) {
      if (rule instanceof FieldValue.Condition condition) {
        all.add(condition.property());
        all.add(condition.operator());
        all.add(condition.value());
      } else {
        addSearch(((FieldValue.Nested) rule).search());
      }
    }
  }
}
