package dev.portage.config.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.Problem;
import dev.portage.config.Resource;
import java.util.ArrayList;
import java.util.List;

/** Path parameters that no placeholder asks for. */
final class UnusedParameters {
  private UnusedParameters() {}

  /**
   * All of them.
   *
   * @param mapping as it was written
   * @param resources that could be read from it
   */
  static List<Problem> in(JsonNode mapping, List<Resource> resources) {
    List<Problem> problems = new ArrayList<>();
    int before = -1;
    for (Resource resource : resources) {
      if (resource.index() != before) {
        before = resource.index();
        String path = "resources[" + before + "].selector.path_parameters";
        JsonNode selector = mapping.path("resources").path(before).path("selector");
        selector
            .path("path_parameters")
            .propertyStream()
            .filter(e -> !resource.selector().pathParameters().containsKey(e.getKey()))
            .forEach(e -> problems.add(unused(path, e.getKey(), resource.kind())));
      }
    }
    return problems;
  }

  private static Problem unused(String path, String name, String kind) {
    String expected =
        "{" + name + "} in the kind " + kind + ", or in the endpoint of another parameter";
    return new Problem(path + "." + name, "is not used", expected);
  }
}
