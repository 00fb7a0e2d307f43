package dev.portage.config;

import dev.portage.config.Findings.Severity;
import dev.portage.mapping.Expression;
import dev.portage.mapping.FieldValue;
import dev.portage.mapping.FieldValue.Condition;
import dev.portage.mapping.FieldValue.Nested;
import dev.portage.mapping.FieldValue.Rule;
import dev.portage.mapping.FieldValue.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a jq expression or a search query (contract, section 8.1). */
final class FieldReader {
  private final Programs programs;

  FieldReader(Programs programs) {
    this.programs = programs;
  }

  /** The value; empty when something in it is wrong, which is noted. */
  Optional<FieldValue> read(Spot spot, Severity severity) {
    if (spot.value().isObject()) {
      return search(spot, severity).map(search -> search);
    }
    return programs.compile(spot, severity).map(FieldValue.Jq::new);
  }

  private Optional<Search> search(Spot spot, Severity severity) {
    Optional<Expression> combinator =
        programs.compile(spot.at(EntityTable.COMBINATOR.name()), severity);
    Spot list = spot.at(EntityTable.RULES.name());
    List<Spot> elements = list.elements();
    if (elements.isEmpty()) {
      list.add(Severity.REFUSE, "a list with at least one rule");
    }
    List<Rule> rules = new ArrayList<>();
    elements.forEach(element -> rule(element, severity).ifPresent(rules::add));
    return rules.size() < elements.size()
        ? Optional.empty()
        : combinator.map(expression -> new Search(expression, List.copyOf(rules)));
  }

  private Optional<Rule> rule(Spot spot, Severity severity) {
    if (!spot.value().isObject()) {
      spot.add(Severity.REFUSE, "an object with property, operator and value");
      return Optional.empty();
    }
    if (spot.value().has("rules")) {
      return search(spot, severity).map(Nested::new);
    }
    Optional<Expression> property =
        programs.compile(spot.at(EntityTable.PROPERTY.name()), severity);
    Optional<Expression> operator =
        programs.compile(spot.at(EntityTable.OPERATOR.name()), severity);
    Optional<Expression> value = programs.compile(spot.at(EntityTable.VALUE.name()), severity);
    return property.isEmpty() || operator.isEmpty()
        ? Optional.empty()
        : value.map(v -> new Condition(property.get(), operator.get(), v));
  }
}
