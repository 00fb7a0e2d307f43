package dev.portage.sink;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Blueprints cut into stages in which Port can take them, whatever refers to what: one that names
 * another is refused while that other one is missing (contract, section 5.2, step 5).
 *
 * @param bare all of them, without what may name another
 * @param related those with relations or ownership, with these
 * @param whole those with computed properties, which may follow relations, with everything
 */
public record BlueprintStages(
    List<ObjectNode> bare, List<ObjectNode> related, List<ObjectNode> whole) {
  private static final List<String> RELATED = List.of("teamInheritance", "ownership", "relations");
  private static final List<String> COMPUTED =
      List.of("calculationProperties", "mirrorProperties", "aggregationProperties");

  /** Cuts; the blueprints given stay as they are, and in their order. */
  public static BlueprintStages of(List<ObjectNode> blueprints) {
    return new BlueprintStages(
        blueprints.stream().map(one -> without(without(one, COMPUTED), RELATED)).toList(),
        blueprints.stream()
            .filter(one -> hasAny(one, RELATED))
            .map(one -> without(one, COMPUTED))
            .toList(),
        blueprints.stream().filter(one -> hasAny(one, COMPUTED)).toList());
  }

  private static boolean hasAny(ObjectNode blueprint, List<String> fields) {
    return fields.stream().anyMatch(field -> !blueprint.path(field).isEmpty());
  }

  private static ObjectNode without(ObjectNode blueprint, List<String> fields) {
    return blueprint.deepCopy().without(fields);
  }
}
