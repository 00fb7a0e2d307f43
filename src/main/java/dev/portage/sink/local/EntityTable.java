package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.Html;
import java.util.Iterator;
import java.util.List;

/**
 * Entities of one blueprint as a table: a row for each, a column for each property and relation.
 *
 * @param blueprint of all of them
 * @param entities in the order of the rows
 */
record EntityTable(Blueprint blueprint, List<StoredEntity> entities) {

  private static final int LONGEST = 120;
  private static final int MOST_LINKS = 10;

  void into(Html page) {
    if (entities.isEmpty()) {
      page.element("p", "No entities here.");
      return;
    }
    page.markup("<div class=\"wide\"><table><thead><tr><th>Title</th><th>Identifier</th>");
    blueprint.properties().keySet().forEach(name -> page.element("th", name));
    blueprint.relations().keySet().forEach(name -> page.element("th", name));
    page.markup("</tr></thead><tbody>");
    entities.forEach(entity -> row(page, entity));
    page.markup("</tbody></table></div>");
  }

  private void row(Html page, StoredEntity entity) {
    page.markup("<tr><td>")
        .link(link(entity.key().blueprint(), entity.key().identifier()), shortened(entity.name()))
        .markup("</td>")
        .element("td", shortened(entity.key().identifier()));
    for (String name : blueprint.properties().keySet()) {
      page.markup("<td>");
      value(page, entity.body().path("properties").path(name));
      page.markup("</td>");
    }
    for (var relation : blueprint.relations().entrySet()) {
      page.markup("<td>");
      links(page, relation.getValue(), entity.body().path("relations").path(relation.getKey()));
      page.markup("</td>");
    }
    page.markup("</tr>");
  }

  private static void value(Html page, JsonNode value) {
    if (isAddress(value)) {
      page.outerLink(value.textValue(), shortened(value.textValue()));
    } else if (value.isValueNode() && !value.isNull()) {
      page.text(shortened(value.asText()));
    } else if (value.isContainerNode()) {
      page.text(shortened(value.toString()));
    }
  }

  private static void links(Html page, RelationRule rule, JsonNode value) {
    List<String> targets = StoredEntity.targets(value);
    Iterator<String> left = targets.iterator();
    for (int shown = 0; left.hasNext() && shown < MOST_LINKS; shown++) {
      String target = left.next();
      page.link(link(rule.target(), target), target).markup(left.hasNext() ? ", " : "");
    }
    if (left.hasNext()) {
      page.text("and %d more".formatted(targets.size() - MOST_LINKS));
    }
  }

  /** Only these may be followed: any other scheme could run something. */
  static boolean isAddress(JsonNode value) {
    return value.isTextual() && value.textValue().matches("(?i)https?://\\S+");
  }

  /** The page of an entity. */
  static String link(String blueprint, String identifier) {
    return Html.path("blueprints", blueprint, "entities", identifier);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "\u2026";
  }
}
