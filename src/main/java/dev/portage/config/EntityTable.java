package dev.portage.config;

import java.util.List;

/** How an item becomes an entity (contract, section 8.1). */
final class EntityTable {
  static final MappingKey IDENTIFIER =
      MappingKey.of(
              "identifier",
              MappingShape.FIELD,
              "What the entity is known by; an item that gives null has no entity.")
          .always()
          .example(".id", ".__team_id + \"-\" + .user_id");
  static final MappingKey TITLE =
      MappingKey.of("title", MappingShape.JQ, "What people call it.").example(".name");
  static final MappingKey ICON =
      MappingKey.of("icon", MappingShape.JQ, "The name of an icon of Port's.")
          .example("'\"Team\"'");
  static final MappingKey BLUEPRINT =
      MappingKey.of("blueprint", MappingShape.JQ, "Usually a text in quotes: `'\"user\"'`.")
          .always()
          .example("'\"user\"'");
  static final MappingKey TEAM =
      MappingKey.of("team", MappingShape.FIELD, "The teams in Port that own it.")
          .example(".ownerTeams");
  static final MappingKey PROPERTIES =
      MappingKey.of("properties", MappingShape.MAP_OF_JQ, "Its properties by name.")
          .example("{email: .email, active: .status == \"active\"}");
  static final MappingKey RELATIONS =
      MappingKey.of(
              "relations",
              MappingShape.MAP_OF_FIELDS,
              "The identifiers of related entities by the name of the relation.")
          .example("{team: .team.id}");

  /** The keys of one entity. */
  static final List<MappingKey> ALL =
      List.of(IDENTIFIER, TITLE, ICON, BLUEPRINT, TEAM, PROPERTIES, RELATIONS);

  static final MappingKey COMBINATOR =
      MappingKey.of("combinator", MappingShape.JQ, "Whether all rules must hold or one.")
          .always()
          .example("'\"and\"'", "'\"or\"'");
  static final MappingKey PROPERTY =
      MappingKey.of("property", MappingShape.JQ, "What is compared.")
          .always()
          .example("'\"mail\"'");
  static final MappingKey OPERATOR =
      MappingKey.of("operator", MappingShape.JQ, "How it is compared.").always().example("'\"=\"'");
  static final MappingKey VALUE =
      MappingKey.of("value", MappingShape.JQ, "What it is compared with.")
          .always()
          .example(".mail");

  /** The keys of one rule of a search query. */
  static final List<MappingKey> RULE = List.of(PROPERTY, OPERATOR, VALUE);

  static final MappingKey RULES =
      MappingKey.of("rules", MappingShape.RULES, "At least one rule; one may be a search query.")
          .always()
          .with(RULE)
          .example("[{property: '\"mail\"', operator: '\"=\"', value: .mail}]");

  /** The keys of a search query. */
  static final List<MappingKey> SEARCH = List.of(COMBINATOR, RULES);

  private EntityTable() {}
}
