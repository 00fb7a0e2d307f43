package dev.portage.route.web.page;

import dev.portage.http.Html;
import java.util.List;

/**
 * A route as a list within lists, in the order in which an exchange walks it.
 *
 * @param nodes the steps of the route
 */
record RouteDiagram(List<RouteNode> nodes) {

  void into(Html page) {
    if (nodes.isEmpty()) {
      Parts.quiet(page, "There is no route now; it is made when the mapping is read.");
      return;
    }
    Parts.quiet(
        page, "How often each step was passed since the route was made, and its mean time.");
    page.markup("<div class=\"route\">");
    list(page, nodes);
    page.markup("</div>");
  }

  private static void list(Html page, List<RouteNode> nodes) {
    page.markup("<ol>");
    for (RouteNode node : nodes) {
      page.markup("<li>");
      step(page, node);
      if (!node.inside().isEmpty()) {
        list(page, node.inside());
      }
      page.markup("</li>");
    }
    page.markup("</ol>");
  }

  private static void step(Html page, RouteNode node) {
    page.markup("<div class=\"node" + (node.count() == 0 ? " none" : "") + "\">")
        .element("code", node.name())
        .markup(" <span class=\"count\">")
        .text(Figures.number(node.count()) + "\u00d7")
        .markup("</span>");
    if (node.count() > 0) {
      page.markup(" <span class=\"quiet\">")
          .text(node.mean() == 0 ? "< 1 ms" : Figures.number(node.mean()) + " ms")
          .markup("</span>");
    }
    if (node.failures() > 0) {
      page.markup(" <span class=\"bad\">")
          .text(Figures.number(node.failures()) + " failed")
          .markup("</span>");
    }
    if (!node.description().isEmpty()) {
      page.markup(" <span class=\"about\">").text(node.description()).markup("</span>");
    }
    page.markup("</div>");
  }
}
