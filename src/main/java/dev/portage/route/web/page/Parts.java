package dev.portage.route.web.page;

import dev.portage.http.Html;
import java.util.List;

/** Pieces that several pages have. */
final class Parts {
  private Parts() {}

  /**
   * A button that does something, as a form that needs no script.
   *
   * @param action resync, pause or resume
   * @param slug of the kind; empty for all of them
   * @param text on the button
   * @param what it is done to, for those who hear the page; empty when the text says it
   */
  static void button(Html page, String action, String slug, String text, String what) {
    String path =
        slug.isEmpty() ? Html.path("actions", action) : Html.path("actions", action, slug);
    page.markup("<form method=\"post\" action=\"" + path + "\">")
        .markup("<button id=\"do-" + action + "-" + slug + "\" class=\"" + action + "\">")
        .text(text);
    if (!what.isEmpty()) {
      page.markup("<span class=\"unseen\">").text(" " + what).markup("</span>");
    }
    page.markup("</button></form>");
  }

  /** A number with its name. */
  static void tile(Html page, String name, long number, String tone) {
    page.markup("<div class=\"tile " + (number == 0 ? "none" : tone) + "\">")
        .element("dt", name)
        .element("dd", Figures.number(number))
        .markup("</div>");
  }

  /** A list of texts, the first ones at once, the others on demand. */
  static void list(Html page, List<String> lines, int atOnce) {
    items(page, lines.subList(0, Math.min(atOnce, lines.size())));
    if (lines.size() > atOnce) {
      int more = lines.size() - atOnce;
      page.markup("<details><summary>").text(more + " more").markup("</summary>");
      items(page, lines.subList(atOnce, lines.size()));
      page.markup("</details>");
    }
  }

  private static void items(Html page, List<String> lines) {
    page.markup("<ul class=\"lines\">");
    lines.forEach(line -> page.element("li", line));
    page.markup("</ul>");
  }

  /** The head of a table that scrolls sideways where the screen is narrow. */
  static void table(Html page, String caption, String... columns) {
    page.markup("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"")
        .text(caption)
        .markup("\"><table>")
        .element("caption", caption)
        .markup("<thead><tr>");
    for (String column : columns) {
      boolean number = column.startsWith("#");
      page.markup("<th scope=\"col\"" + (number ? " class=\"number\"" : "") + ">")
          .text(number ? column.substring(1) : column)
          .markup("</th>");
    }
    page.markup("</tr></thead><tbody>");
  }

  static void endTable(Html page) {
    page.markup("</tbody></table></div>");
  }

  static void number(Html page, long number) {
    page.markup("<td class=\"number\">").text(Figures.number(number)).markup("</td>");
  }

  /** A name and what it stands for; nothing when that is empty. */
  static void fact(Html page, String name, String value) {
    if (!value.isEmpty()) {
      page.element("dt", name).element("dd", value);
    }
  }

  /** Words that step back. */
  static void quiet(Html page, String text) {
    page.markup("<p class=\"quiet\">").text(text).markup("</p>");
  }

  /** The beginning of a section that scripts keep up to date. */
  static void section(Html page, String id, String head) {
    page.markup(
            "<section id=\"%s\" data-live=\"true\" aria-labelledby=\"%s-head\">".formatted(id, id))
        .markup("<h2 id=\"%s-head\">".formatted(id))
        .text(head)
        .markup("</h2>");
  }
}
