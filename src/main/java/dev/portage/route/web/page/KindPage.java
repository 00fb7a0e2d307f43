package dev.portage.route.web.page;

import dev.portage.http.Html;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.KindStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of a kind.
 *
 * @param shown the moment of it
 * @param kind shown
 * @param route the steps of its route; empty when it has none now
 */
public record KindPage(Snapshot shown, KindStatus kind, List<RouteNode> route) {

  /** The whole page. */
  public String html() {
    Html page = new Html();
    page.markup("<nav aria-label=\"Way back\"><a href=\"/\">All kinds</a></nav>")
        .element("h1", kind.kind().kind());
    banner(page);
    counts(page);
    Parts.section(page, "route", "Route");
    new RouteDiagram(route).into(page);
    page.markup("</section>\n");
    new KindDetail(kind, shown.now()).into(page);
    return Frame.page(kind.kind().kind(), shown, page);
  }

  private void banner(Html page) {
    page.markup("<section id=\"kind\" data-live=\"true\" aria-label=\"State\" class=\"banner\">")
        .markup("<div class=\"said\"><p class=\"headline\" data-say=\"true\">");
    Badge.of(kind.state()).into(page);
    page.markup("</p><p>").text(kind.kind().description()).markup("</p><p class=\"quiet\">");
    moment(page, "Began ", kind.pass().start());
    moment(page, "Ended ", kind.pass().end());
    moment(page, "Last complete run ended ", kind.lastComplete());
    moment(page, "Due ", kind.nextRun());
    page.markup("</p></div><div class=\"buttons\">");
    KindTable.buttons(page, kind);
    page.markup("</div>");
    if (!kind.pass().reasons().isEmpty()) {
      page.markup("<div class=\"trouble\"><h2>What is missing, and why</h2>");
      Parts.list(page, kind.pass().reasons(), 5);
      page.markup("</div>");
    }
    page.markup("</section>\n");
  }

  private void moment(Html page, String word, @Nullable Instant moment) {
    if (moment != null) {
      page.text(word);
      Figures.moment(page, moment, shown.now());
      page.text(". ");
    }
  }

  private void counts(Html page) {
    KindCounts counts = kind.pass().counts();
    page.markup("<section id=\"counts\" data-live=\"true\" aria-label=\"Counts\">")
        .markup("<dl class=\"tiles\">");
    Parts.tile(page, "pages", counts.pages(), "");
    Parts.tile(page, "read", counts.read(), "");
    Parts.tile(page, "filtered", counts.filtered(), "");
    Parts.tile(page, "skipped", counts.skipped(), "");
    Parts.tile(page, "mapped", counts.mapped(), "");
    Parts.tile(page, "batches", counts.batches(), "");
    Parts.tile(page, "unchanged", counts.unchanged(), "");
    Parts.tile(page, "created", counts.created(), "good");
    Parts.tile(page, "updated", counts.updated(), "good");
    Parts.tile(page, "rejected", counts.rejected(), "bad");
    Parts.tile(page, "unmatched", counts.unmatched(), "bad");
    Parts.tile(page, "failed", counts.failed(), "bad");
    Parts.tile(page, "stale", kind.deletion().stale(), "");
    Parts.tile(page, "deleted", kind.deletion().deleted(), "");
    page.markup("</dl>");
    String withheld = kind.deletion().withheld();
    if (withheld != null) {
      page.element("p", "Nothing was deleted: " + withheld);
    }
    page.markup("</section>\n");
  }
}
