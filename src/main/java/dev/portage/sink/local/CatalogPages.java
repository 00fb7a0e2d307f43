package dev.portage.sink.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.EntityKey;
import dev.portage.http.Html;
import java.util.List;

/** The catalog as web pages for people: no scripts, nothing from elsewhere. */
record CatalogPages(LocalCatalog catalog) {

  private static final int PAGE = 100;

  Routes into(Routes routes) {
    return routes
        .on("GET /", (call, path) -> index())
        .on("GET /blueprints/*", (call, path) -> blueprint(path.get(0), number(call)))
        .on("GET /blueprints/*/entities/*", (call, path) -> entity(path.get(0), path.get(1)));
  }

  /** The page for an address that leads nowhere. */
  static Answer lost(String message) {
    Html page = new Html().element("h1", "Not here").element("p", message);
    return Frame.page(
        404, "Not here", page.markup("<p>").link("/", "All blueprints").markup("</p>"));
  }

  private static int number(Call call) {
    String number = call.parameter("page").orElse("1");
    return number.matches("[1-9]\\d{0,6}") ? Integer.parseInt(number) : 1;
  }

  private Answer index() {
    Html page = new Html().element("h1", "Local catalog");
    page.element("p", "What Portage wrote here, in memory, in place of a Port account.");
    List<Blueprint> blueprints = catalog.blueprints().all();
    if (blueprints.isEmpty()) {
      page.element("p", "No blueprints yet. They appear with the first entities.");
    } else {
      blueprints(page, blueprints);
    }
    integrations(page);
    return Frame.page(200, "Blueprints", page);
  }

  private void blueprints(Html page, List<Blueprint> blueprints) {
    page.markup("<div class=\"wide\"><table><thead><tr><th>Blueprint</th><th>Identifier</th>");
    page.markup("<th class=\"number\">Entities</th><th>Made from</th></tr></thead><tbody>");
    for (Blueprint blueprint : blueprints) {
      page.markup("<tr><td>")
          .link(Html.path("blueprints", blueprint.identifier()), blueprint.title())
          .markup("</td>")
          .element("td", blueprint.identifier())
          .markup("<td class=\"number\">" + catalog.count(blueprint.identifier()) + "</td>")
          .element("td", blueprint.inferred() ? "the entities sent" : "its definition")
          .markup("</tr>");
    }
    page.markup("</tbody></table></div>");
  }

  private void integrations(Html page) {
    List<ObjectNode> integrations = catalog.integrations().all();
    if (integrations.isEmpty()) {
      return;
    }
    page.element("h2", "Integrations");
    page.markup("<div class=\"wide\"><table><thead><tr><th>Identifier</th><th>Type</th>");
    page.markup("<th>Last resync</th><th>At</th></tr></thead><tbody>");
    for (ObjectNode integration : integrations) {
      page.markup("<tr>")
          .element("td", integration.path("identifier").asText())
          .element("td", integration.path("installationAppType").asText())
          .element("td", integration.path("resyncState").path("status").asText("none yet"))
          .element("td", integration.path("resyncState").path("updatedAt").asText())
          .markup("</tr>");
    }
    page.markup("</tbody></table></div>");
  }

  private Answer blueprint(String identifier, int number) {
    Blueprint blueprint = catalog.blueprints().get(identifier);
    int count = catalog.count(identifier);
    List<StoredEntity> entities =
        catalog.store().of(identifier).skip((number - 1L) * PAGE).limit(PAGE).toList();
    Html page = crumbs(new Html()).markup("</nav>").element("h1", blueprint.title());
    page.element("p", "%s: %d entities".formatted(identifier, count));
    new EntityTable(blueprint, entities).into(page);
    paging(page, identifier, number, count);
    return Frame.page(200, blueprint.title(), page);
  }

  private static void paging(Html page, String identifier, int number, int count) {
    int last = Math.max(1, (count + PAGE - 1) / PAGE);
    if (last == 1) {
      return;
    }
    String path = Html.path("blueprints", identifier) + "?page=";
    page.markup("<nav>");
    if (number > 1) {
      page.link(path + Math.min(number - 1, last), "Previous").markup(" ");
    }
    page.text("Page %d of %d ".formatted(number, last));
    if (number < last) {
      page.link(path + (number + 1), "Next");
    }
    page.markup("</nav>");
  }

  private Answer entity(String blueprint, String identifier) {
    Blueprint rules = catalog.blueprints().get(blueprint);
    EntityKey key = new EntityKey(blueprint, identifier);
    StoredEntity entity =
        catalog
            .store()
            .find(key)
            .orElseThrow(
                () -> Refusal.missing("entity \"%s\" was not found".formatted(identifier)));
    Html page =
        crumbs(new Html())
            .markup(" / ")
            .link(Html.path("blueprints", blueprint), rules.title())
            .markup("</nav>");
    new EntityDetail(rules, entity, catalog.store().referrers(key)).into(page);
    return Frame.page(200, entity.name(), page);
  }

  private static Html crumbs(Html page) {
    return page.markup("<nav>").link("/", "Local catalog");
  }
}
