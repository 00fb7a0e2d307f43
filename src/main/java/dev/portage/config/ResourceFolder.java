package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.sink.DefaultResources;
import dev.portage.sink.DefaultResources.Scorecard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The folder with the default resources, laid out as the original has it: {@code blueprints},
 * {@code port-app-config}, {@code actions}, {@code scorecards} and {@code pages}, each a JSON or
 * YAML file; {@code pages} may be a folder of such files as well. Everything else in it is left
 * alone.
 */
final class ResourceFolder {
  private static final List<String> SETTINGS =
      List.of(
          "deleteDependentEntities",
          "createMissingRelatedEntities",
          "enableMergeEntity",
          "entityDeletionThreshold",
          "resources");

  private final ResourceFiles files;
  private final SettingValues values;

  /** Mistakes are noted at the values. */
  ResourceFolder(ResourceFiles files, SettingValues values) {
    this.files = files;
    this.values = values;
  }

  /** What is in it; what is wrong is noted and left out. */
  DefaultResources read() {
    return new DefaultResources(
        mapping(), blueprints(), bodies(elements("actions")), scorecards(), pages());
  }

  /** An object in a list, with its place for messages. */
  private record Element(String where, ObjectNode body) {}

  private ObjectNode mapping() {
    ObjectNode mapping = DefaultResources.emptyMapping();
    for (String file : files.named("port-app-config")) {
      JsonNode given = files.document(file);
      if (given instanceof ObjectNode object) {
        object.properties().forEach(e -> mapping.set(camel(e.getKey()), e.getValue()));
      } else if (!given.isMissingNode()) {
        note(files.where(file), given, "an object");
      }
    }
    return mapping;
  }

  /** The settings of a mapping get one spelling, so that none of them is there twice. */
  private static String camel(String typed) {
    String wanted = Keys.snake(typed);
    return SETTINGS.stream().filter(s -> Keys.snake(s).equals(wanted)).findFirst().orElse(typed);
  }

  private List<ObjectNode> blueprints() {
    List<Element> elements = elements("blueprints");
    Set<String> seen = new HashSet<>();
    for (Element element : elements) {
      String identifier = text(element, "identifier");
      if (!seen.add(identifier) && !identifier.isEmpty()) {
        String where = element.where() + ".identifier";
        values.rejectAt(where, "is there twice", "another identifier for each blueprint");
      }
    }
    return bodies(elements);
  }

  private List<Scorecard> scorecards() {
    List<Scorecard> all = new ArrayList<>();
    for (Element element : elements("scorecards")) {
      String blueprint = text(element, "blueprint");
      for (Element scorecard : list(element.where() + ".data", element.body().path("data"))) {
        all.add(new Scorecard(blueprint, scorecard.body()));
      }
    }
    return all;
  }

  private List<ObjectNode> pages() {
    List<Element> all = new ArrayList<>(elements("pages"));
    ResourceFiles inner = files.inner("pages");
    for (String file : inner.all()) {
      JsonNode document = inner.document(file);
      if (document instanceof ObjectNode page) {
        all.add(new Element(inner.where(file), page));
      } else if (!document.isMissingNode()) {
        all.addAll(list(inner.where(file), document));
      }
    }
    return bodies(all);
  }

  /** The objects in the file of that name; none when there is no such file. */
  private List<Element> elements(String stem) {
    List<Element> all = new ArrayList<>();
    for (String file : files.named(stem)) {
      JsonNode document = files.document(file);
      if (!document.isMissingNode()) {
        all.addAll(list(files.where(file), document));
      }
    }
    return all;
  }

  private List<Element> list(String where, JsonNode list) {
    List<Element> all = new ArrayList<>();
    if (!list.isArray()) {
      note(where, list, "a list");
      return all;
    }
    for (int i = 0; i < list.size(); i++) {
      String place = where + "[" + i + "]";
      if (list.get(i) instanceof ObjectNode object) {
        all.add(new Element(place, object));
      } else {
        note(place, list.get(i), "an object");
      }
    }
    return all;
  }

  private static List<ObjectNode> bodies(List<Element> elements) {
    return elements.stream().map(Element::body).toList();
  }

  private String text(Element element, String field) {
    JsonNode value = element.body().path(field);
    if (!value.isTextual() || value.textValue().isBlank()) {
      note(element.where() + "." + field, value, "a text");
    }
    return value.asText("");
  }

  private void note(String where, JsonNode found, String expected) {
    String what = found.isMissingNode() ? "is missing" : "is " + Texts.shown(found);
    values.rejectAt(where, what, expected);
  }
}
