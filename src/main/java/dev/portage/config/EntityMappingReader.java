package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.portage.config.Findings.Severity;
import dev.portage.jq.JqProgram;
import dev.portage.mapping.EntityMapping;
import dev.portage.mapping.Expression;
import dev.portage.mapping.FieldValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one object of {@code port.entity.mappings} (contract, section 8.1). */
final class EntityMappingReader {
  private static final Pattern LITERAL = Pattern.compile("\\s*\"(?:[^\"\\\\]|\\\\[^(])*\"\\s*");

  private final Programs programs;
  private final FieldReader fields;

  EntityMappingReader(Programs programs) {
    this.programs = programs;
    this.fields = new FieldReader(programs);
  }

  /** The mapping; empty when identifier or blueprint are wrong, which is noted. */
  Optional<EntityMapping> read(Spot spot) {
    Optional<FieldValue> identifier = identifier(spot.get(EntityTable.IDENTIFIER));
    Optional<Expression> blueprint = blueprint(spot.get(EntityTable.BLUEPRINT));
    Expression title = optional(spot.get(EntityTable.TITLE)).orElse(null);
    Expression icon = optional(spot.get(EntityTable.ICON)).orElse(null);
    Spot team = spot.get(EntityTable.TEAM);
    Optional<FieldValue> teamValue =
        team.isAbsent() ? Optional.empty() : fields.read(team, Severity.LEAVE_OUT);
    Map<String, Expression> properties = properties(spot.get(EntityTable.PROPERTIES));
    Map<String, FieldValue> relations = relations(spot.get(EntityTable.RELATIONS));
    return identifier.isEmpty()
        ? Optional.empty()
        : blueprint.map(
            b ->
                new EntityMapping(
                    identifier.get(),
                    b,
                    title,
                    icon,
                    teamValue.orElse(null),
                    properties,
                    relations));
  }

  /** The blueprint, when its expression is nothing but a text in quotes. */
  static Optional<String> literal(Expression blueprint) {
    JqProgram program = blueprint.program();
    return Optional.of(program.text())
        .filter(text -> LITERAL.matcher(text).matches())
        .map(text -> program.first(NullNode.getInstance()))
        .map(JsonNode::asText)
        .filter(text -> !text.isEmpty());
  }

  private Optional<FieldValue> identifier(Spot spot) {
    if (spot.isAbsent()) {
      spot.add(Severity.REFUSE, "a jq expression or a search query");
      return Optional.empty();
    }
    return fields.read(spot, Severity.STOP);
  }

  private Optional<Expression> blueprint(Spot spot) {
    return programs.compile(spot, Severity.STOP);
  }

  private Optional<Expression> optional(Spot spot) {
    return programs.optional(spot, Severity.LEAVE_OUT);
  }

  private Map<String, Expression> properties(Spot spot) {
    Map<String, Expression> all = new LinkedHashMap<>();
    spot.entries()
        .forEach(
            (name, entry) ->
                programs
                    .compile(entry, Severity.LEAVE_OUT)
                    .ifPresent(expression -> all.put(name, expression)));
    return all;
  }

  private Map<String, FieldValue> relations(Spot spot) {
    Map<String, FieldValue> all = new LinkedHashMap<>();
    spot.entries()
        .forEach(
            (name, entry) ->
                fields.read(entry, Severity.LEAVE_OUT).ifPresent(value -> all.put(name, value)));
    return all;
  }
}
