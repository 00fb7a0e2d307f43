package dev.portage.route.web.page;

import dev.portage.http.Html;

/**
 * A page that says why there is no other.
 *
 * @param shown the moment of it
 * @param title in a few words
 * @param message for a person
 */
public record MessagePage(Snapshot shown, String title, String message) {

  /** The whole page, with the way to each kind. */
  public String html() {
    Html page = new Html().element("h1", title).element("p", message);
    page.markup("<p><a href=\"/\">All kinds</a></p>");
    if (!shown.kinds().isEmpty()) {
      page.element("h2", "Kinds").markup("<ul class=\"lines\">");
      shown
          .kinds()
          .forEach(
              kind ->
                  page.markup("<li>")
                      .link(Html.path("kinds", kind.kind().slug()), kind.kind().kind())
                      .markup("</li>"));
      page.markup("</ul>");
    }
    return Frame.page(title, shown, page);
  }
}
