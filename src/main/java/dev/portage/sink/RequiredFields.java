package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiResponse;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an entity of a blueprint must have.
 *
 * @param names as a mapping names them: {@code properties.email}, {@code relations.squad}
 */
public record RequiredFields(Set<String> names) {

  /** Nothing, or nothing that is known. */
  public static final RequiredFields NONE = new RequiredFields(Set.of());

  /** Copies the names. */
  public RequiredFields {
    names = Set.copyOf(names);
  }

  /**
   * Reads the answer to {@link OwnershipCalls#blueprint}; none when Port does not know the
   * blueprint.
   *
   * @throws PortException for any other error
   */
  public static RequiredFields read(ApiResponse response) {
    if (response.status() == 404) {
      return NONE;
    }
    JsonNode blueprint = PortApi.success("blueprint", response).path("blueprint");
    Set<String> names = new TreeSet<>();
    blueprint
        .path("schema")
        .path("required")
        .forEach(name -> names.add("properties." + name.asText()));
    for (Map.Entry<String, JsonNode> relation : blueprint.path("relations").properties()) {
      if (relation.getValue().path("required").asBoolean(false)) {
        names.add("relations." + relation.getKey());
      }
    }
    return new RequiredFields(names);
  }
}
