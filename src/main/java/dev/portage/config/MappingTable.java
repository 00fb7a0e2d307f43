package dev.portage.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every key of a mapping (contract, section 8.1); the readers, the reference documentation and the
 * JSON Schema come from here.
 */
public final class MappingTable {
  /** The methods that a request may have. */
  public static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  static final MappingKey CREATE_MISSING =
      MappingKey.of(
              "createMissingRelatedEntities",
              MappingShape.YES_NO,
              "Port creates what a relation points to and lacks.")
          .defaultsTo("true");
  static final MappingKey DELETE_DEPENDENT =
      MappingKey.of(
              "deleteDependentEntities",
              MappingShape.YES_NO,
              "Dependents of a deleted entity go with it.")
          .defaultsTo("true");
  static final MappingKey ENABLE_MERGE =
      MappingKey.of(
              "enableMergeEntity",
              MappingShape.YES_NO,
              "An upsert keeps properties that it does not name.")
          .defaultsTo("true");
  static final MappingKey THRESHOLD =
      MappingKey.of(
              "entityDeletionThreshold",
              MappingShape.SHARE,
              "Nothing is deleted when a larger share of all entities would go.")
          .defaultsTo("0.9");

  static final MappingKey ITEMS_TO_PARSE =
      MappingKey.of(
              "itemsToParse", MappingShape.JQ, "A list; each element makes an item of its own.")
          .example(".lines");
  static final MappingKey ITEMS_TO_PARSE_NAME =
      MappingKey.of("itemsToParseName", MappingShape.TEXT, "Key of that element.")
          .defaultsTo("item");
  static final MappingKey TOP_LEVEL_TRANSFORM =
      MappingKey.of(
              "itemsToParseTopLevelTransform",
              MappingShape.YES_NO,
              "The list is taken out of these items.")
          .defaultsTo("true");
  static final MappingKey MAPPINGS =
      MappingKey.of(
              "mappings",
              MappingShape.OBJECT_OR_LIST,
              "What becomes of an item; a list makes several entities of one item.")
          .always()
          .with(EntityTable.ALL);
  static final MappingKey ENTITY =
      MappingKey.of("entity", MappingShape.OBJECT, "The entity of an item.")
          .always()
          .with(MAPPINGS);
  static final MappingKey PORT =
      MappingKey.of("port", MappingShape.OBJECT, "What is written to Port.")
          .always()
          .with(ITEMS_TO_PARSE, ITEMS_TO_PARSE_NAME, TOP_LEVEL_TRANSFORM, ENTITY);
  static final MappingKey KIND =
      MappingKey.of(
              "kind",
              MappingShape.TEXT,
              "Path of the endpoint, below the base URL; `{name}` is a path parameter.")
          .always()
          .example("/api/v1/teams", "/api/v1/teams/{team_id}/members");
  static final MappingKey SELECTOR =
      MappingKey.of("selector", MappingShape.OBJECT, "What is read, and how.")
          .with(SelectorTable.ALL);
  static final MappingKey RESOURCES =
      MappingKey.of("resources", MappingShape.LIST, "One entry for each endpoint to read.")
          .with(KIND, SELECTOR, PORT);

  /** The keys of a mapping. */
  public static final List<MappingKey> ROOT =
      List.of(CREATE_MISSING, DELETE_DEPENDENT, ENABLE_MERGE, THRESHOLD, RESOURCES);

  /** The keys of a search query, which may stand where the shape is a field. */
  public static final List<MappingKey> SEARCH = EntityTable.SEARCH;

  /** The keys of the object that {@code kind: api_resource} has as its query. */
  public static final List<MappingKey> LEGACY = SelectorTable.LEGACY;

  /** Keys of a selector that Ocean knows and that have no effect here. */
  public static final List<String> IGNORED_IN_SELECTOR = SelectorTable.IGNORED;

  private MappingTable() {}

  /** Every row by the path under which the reference shows it. */
  static Map<String, MappingKey> reference() {
    Map<String, MappingKey> all = new LinkedHashMap<>();
    ROOT.stream().filter(key -> !key.equals(RESOURCES)).forEach(key -> all.put(key.name(), key));
    all.put("resources[].kind", KIND);
    SelectorTable.ALL.forEach(key -> all.put("selector." + key.name(), key));
    SelectorTable.PATH_PARAMETER.forEach(
        key -> all.put("selector.path_parameters.<name>." + key.name(), key));
    PORT.keys().stream()
        .filter(key -> !key.equals(ENTITY))
        .forEach(k -> all.put("port." + k.name(), k));
    all.put("port.entity.mappings", MAPPINGS);
    EntityTable.ALL.forEach(key -> all.put("mappings." + key.name(), key));
    return all;
  }
}
