package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A search, as a tree of rules (contract, sections 4.8 and 8.1). */
sealed interface Condition {

  /** Whether an entity satisfies it. */
  boolean holds(StoredEntity entity);

  /** The one blueprint that a match can have, where the search fixes it. */
  default Optional<String> blueprint() {
    return Optional.empty();
  }

  /** The only identifiers that a match can have, where the search fixes them. */
  default Optional<List<String>> identifiers() {
    return Optional.empty();
  }

  /** True for a value that is a search rather than an identifier. */
  static boolean isQuery(JsonNode value) {
    return value.isObject() && value.path("rules").isArray();
  }

  /**
   * Reads a search.
   *
   * @throws Refusal 422 when a combinator, an operator or the rules are none that Port knows
   */
  static Condition of(JsonNode query) {
    if (!isQuery(query)) {
      throw Refusal.invalid("rules: expected a list of rules");
    }
    List<Condition> rules = new ArrayList<>();
    query.path("rules").forEach(rule -> rules.add(isQuery(rule) ? of(rule) : Rule.of(rule)));
    return switch (query.path("combinator").asText("and")) {
      case "and" -> new All(List.copyOf(rules));
      case "or" -> new Any(List.copyOf(rules));
      default -> throw Refusal.invalid("combinator: expected \"and\" or \"or\"");
    };
  }

  /** Every rule holds. */
  record All(List<Condition> rules) implements Condition {
    @Override
    public boolean holds(StoredEntity entity) {
      return rules.stream().allMatch(rule -> rule.holds(entity));
    }

    @Override
    public Optional<String> blueprint() {
      return rules.stream().flatMap(rule -> rule.blueprint().stream()).findFirst();
    }

    @Override
    public Optional<List<String>> identifiers() {
      return rules.stream().flatMap(rule -> rule.identifiers().stream()).findFirst();
    }
  }

  /** At least one rule holds. */
  record Any(List<Condition> rules) implements Condition {
    @Override
    public boolean holds(StoredEntity entity) {
      return rules.stream().anyMatch(rule -> rule.holds(entity));
    }
  }

  /** One comparison. */
  record Rule(String property, Operator operator, JsonNode value) implements Condition {

    static Rule of(JsonNode rule) {
      return new Rule(
          rule.path("property").asText(""),
          Operator.named(rule.path("operator").asText("")),
          rule.path("value"));
    }

    @Override
    public boolean holds(StoredEntity entity) {
      return operator.holds(
          operator == Operator.RELATED_TO ? entity.related() : entity.field(property), value);
    }

    @Override
    public Optional<String> blueprint() {
      return property.equals("$blueprint") && operator == Operator.EQUAL && value.isTextual()
          ? Optional.of(value.textValue())
          : Optional.empty();
    }

    @Override
    public Optional<List<String>> identifiers() {
      return property.equals("$identifier")
              && (operator == Operator.EQUAL || operator == Operator.IN)
              && (value.isTextual() || value.isArray())
          ? Optional.of(StoredEntity.targets(value))
          : Optional.empty();
    }
  }
}
