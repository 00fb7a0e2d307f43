package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.Html;
import java.util.List;

/**
 * One entity with everything it holds, and who refers to it.
 *
 * @param blueprint of the entity
 * @param entity shown
 * @param referrers that lead here
 */
record EntityDetail(Blueprint blueprint, StoredEntity entity, List<StoredEntity> referrers) {

  private static final int MOST_REFERRERS = 200;

  void into(Html page) {
    page.element("h1", entity.name());
    own(page);
    properties(page);
    relations(page);
    incoming(page);
  }

  private void own(Html page) {
    page.markup("<dl>");
    term(page, "Identifier", entity.key().identifier());
    term(page, "Blueprint", entity.key().blueprint());
    term(page, "Icon", entity.body().path("icon").asText(""));
    term(page, "Team", String.join(", ", StoredEntity.targets(entity.body().path("team"))));
    term(page, "Created", entity.authorship().createdAt().toString());
    term(page, "Updated", entity.authorship().updatedAt().toString());
    term(page, "Written by", entity.authorship().updatedBy());
    page.markup("</dl>");
  }

  private static void term(Html page, String name, String value) {
    if (!value.isEmpty() && !value.equals("null")) {
      page.element("dt", name).element("dd", value);
    }
  }

  private void properties(Html page) {
    if (entity.body().path("properties").isEmpty()) {
      return;
    }
    page.element("h2", "Properties").markup("<dl>");
    entity
        .body()
        .path("properties")
        .properties()
        .forEach(
            property -> {
              page.element("dt", property.getKey()).markup("<dd>");
              value(page, property.getValue());
              page.markup("</dd>");
            });
    page.markup("</dl>");
  }

  private static void value(Html page, JsonNode value) {
    if (EntityTable.isAddress(value)) {
      page.outerLink(value.textValue(), value.textValue());
    } else if (value.isContainerNode()) {
      page.element("pre", Json.pretty(value));
    } else {
      page.text(value.asText());
    }
  }

  private void relations(Html page) {
    if (blueprint.relations().isEmpty()) {
      return;
    }
    page.element("h2", "Relations").markup("<dl>");
    blueprint
        .relations()
        .forEach(
            (name, rule) -> {
              page.element("dt", name).markup("<dd>");
              List<String> targets =
                  StoredEntity.targets(entity.body().path("relations").path(name));
              for (String target : targets) {
                page.link(EntityTable.link(rule.target(), target), target).markup(" ");
              }
              page.text(targets.isEmpty() ? "none" : "").markup("</dd>");
            });
    page.markup("</dl>");
  }

  private void incoming(Html page) {
    if (referrers.isEmpty()) {
      return;
    }
    page.element("h2", "Referred to by %d".formatted(referrers.size())).markup("<ul>");
    for (StoredEntity other : referrers.subList(0, Math.min(MOST_REFERRERS, referrers.size()))) {
      page.markup("<li>")
          .text(other.key().blueprint() + ": ")
          .link(EntityTable.link(other.key().blueprint(), other.key().identifier()), other.name())
          .markup("</li>");
    }
    page.markup("</ul>");
    if (referrers.size() > MOST_REFERRERS) {
      page.element("p", "The first %d are shown.".formatted(MOST_REFERRERS));
    }
  }
}
