package dev.portage.config;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads settings out of environment variables (contract, section 2.2). */
final class EnvironmentLayer {
  private static final Pattern PREFIX = Pattern.compile("(?i)(ocean__|portage__)(.+)");
  private static final Pattern APPLICATION = Pattern.compile("(?i)(application__.+)");

  private EnvironmentLayer() {}

  /**
   * The layer of all variables whose names say that they are ours.
   *
   * @param suffix said behind each name in messages, such as {@code in .env}; may be empty
   */
  static Layer of(Map<String, String> variables, int rank, String suffix) {
    Layer layer = new Layer(rank);
    // Objects first: a leaf wins over the JSON of the object that it belongs to.
    List<String> names =
        variables.keySet().stream()
            .filter(name -> !path(name).isEmpty())
            .sorted(
                Comparator.<String>comparingInt(name -> path(name).split("\\.").length)
                    .thenComparing(Comparator.naturalOrder()))
            .toList();
    for (String name : names) {
      Place place = new Place(name.toUpperCase(Locale.ROOT) + suffix, "");
      layer.put(path(name), TextNode.valueOf(variables.get(name)), place);
    }
    return layer;
  }

  /** The path of the setting that a variable names, empty when it is none of ours. */
  static String path(String name) {
    var ours = PREFIX.matcher(name);
    var application = APPLICATION.matcher(name);
    String rest =
        ours.matches() ? ours.group(2) : application.matches() ? application.group(1) : "";
    return rest.toLowerCase(Locale.ROOT).replace("__", ".");
  }
}
