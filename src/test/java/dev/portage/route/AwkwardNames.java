package dev.portage.route;

import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Collectors;

/** Kinds whose names are as awkward as names can be. */
final class AwkwardNames {
  static final List<String> ALL =
      List.of(
          "/it's \"quoted\"",
          "/a/b/../c//",
          "/a?b=c,d=*",
          "/größe/日本/🚀",
          "/日本",
          "/{{ name }}/{{.x}}",
          "/back\\slash",
          "/back\\nslash",
          "/line\nbreak",
          "/<script>alert(1)</script>",
          "/&amp;</code>",
          "/" + "x".repeat(500),
          "/" + "x".repeat(499) + "y");

  private AwkwardNames() {}

  /** A resource for each of them. */
  static String mapping() {
    return ALL.stream()
        .map(
            name ->
                """
                  - kind: %s
                    selector: {query: 'true'}
                    port: {entity: {mappings: {identifier: .id, blueprint: '"thing"'}}}
                """
                    // A text of JSON is one of YAML, too.
                    .formatted(TextNode.valueOf(name)))
        .collect(Collectors.joining("", "resources:\n", ""));
  }
}
