package dev.portage.sink;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What an installation begins with in Port (contract, section 5.2). Nobody changes the JSON in it.
 *
 * @param mapping the document of section 8.1
 * @param blueprints in the JSON of Port's API, each with its identifier
 * @param actions in the JSON of Port's API
 * @param scorecards each of a blueprint
 * @param pages in the JSON of Port's API
 */
public record DefaultResources(
    ObjectNode mapping,
    List<ObjectNode> blueprints,
    List<ObjectNode> actions,
    List<Scorecard> scorecards,
    List<ObjectNode> pages) {

  /**
   * A scorecard.
   *
   * @param blueprint whose entities it rates
   * @param body in the JSON of Port's API
   */
  public record Scorecard(String blueprint, ObjectNode body) {}

  /** Copies the lists. */
  public DefaultResources {
    blueprints = List.copyOf(blueprints);
    actions = List.copyOf(actions);
    scorecards = List.copyOf(scorecards);
    pages = List.copyOf(pages);
  }

  /** Nothing but a mapping without resources. */
  public static DefaultResources none() {
    return new DefaultResources(emptyMapping(), List.of(), List.of(), List.of(), List.of());
  }

  /** A mapping without resources, all of its settings at their defaults (contract, section 4.4). */
  public static ObjectNode emptyMapping() {
    ObjectNode mapping = JsonNodeFactory.instance.objectNode();
    mapping.put("deleteDependentEntities", true);
    mapping.put("createMissingRelatedEntities", true);
    mapping.put("enableMergeEntity", true);
    mapping.put("entityDeletionThreshold", 0.9);
    mapping.putArray("resources");
    return mapping;
  }
}
