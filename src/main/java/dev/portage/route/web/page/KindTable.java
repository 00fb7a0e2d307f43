package dev.portage.route.web.page;

import dev.portage.http.Html;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.PastPass;
import java.time.Duration;
import java.time.Instant;

/**
 * Every kind in a row; on a narrow screen each row is a card.
 *
 * @param shown the moment of it
 */
record KindTable(Snapshot shown) {
  private static final int REASONS = 1;

  // The roles say again what a style sheet takes away on a narrow screen.
  private static final String HEAD =
      """
      <table class="cards" role="table">
      <caption class="unseen">Kinds in the order of the mapping</caption>
      <thead><tr role="row">
      <th role="columnheader" scope="col">Kind</th>
      <th role="columnheader" scope="col">Last run</th>
      <th role="columnheader" scope="col" class="number">Read</th>
      <th role="columnheader" scope="col" class="number">Filtered</th>
      <th role="columnheader" scope="col" class="number">Skipped</th>
      <th role="columnheader" scope="col" class="number">Unchanged</th>
      <th role="columnheader" scope="col" class="number">Written</th>
      <th role="columnheader" scope="col" class="number">Not written</th>
      <th role="columnheader" scope="col">Durations</th>
      <th role="columnheader" scope="col">Actions</th>
      </tr></thead><tbody>
      """;

  void into(Html page) {
    page.markup("<section id=\"kinds\" data-live=\"true\" aria-labelledby=\"kinds-head\">")
        .markup("<h2 id=\"kinds-head\">Kinds</h2>");
    if (shown.kinds().isEmpty()) {
      page.markup("<p class=\"quiet\">")
          .text("None yet: the mapping has not been read, or it has no resources.")
          .markup("</p>");
    } else {
      page.markup(HEAD);
      shown.kinds().forEach(kind -> row(page, kind));
      page.markup("</tbody></table>");
    }
    page.markup("</section>\n");
  }

  private void row(Html page, KindStatus kind) {
    page.markup("<tr role=\"row\"><th role=\"rowheader\" scope=\"row\"><div class=\"name\">")
        .link(Html.path("kinds", kind.kind().slug()), kind.kind().kind())
        .markup("</div>");
    Badge.of(kind.state()).into(page);
    Parts.list(page, kind.pass().reasons(), REASONS);
    page.markup("</th><td role=\"cell\" data-label=\"last run\">");
    lastRun(page, kind);
    page.markup("</td>");
    numbers(page, kind.pass().counts());
    page.markup("<td role=\"cell\" data-label=\"durations\">");
    new Sparkline(kind.history()).into(page);
    page.markup("</td><td role=\"cell\" class=\"buttons\">");
    buttons(page, kind);
    page.markup("</td></tr>\n");
  }

  /** A kind that was left out of the last run shows the one before. */
  private void lastRun(Html page, KindStatus kind) {
    Instant start = kind.pass().start();
    Instant end = kind.pass().end();
    int runs = kind.history().size();
    if (start != null && end != null) {
      ended(page, end, Duration.between(start, end));
    } else if (start != null) {
      page.text("for " + Figures.duration(Duration.between(start, shown.now())));
    } else if (runs > 0) {
      PastPass last = kind.history().get(runs - 1);
      ended(page, last.start().plus(last.took()), last.took());
    } else {
      page.markup("<span class=\"quiet\">none yet</span>");
    }
  }

  private void ended(Html page, Instant end, Duration took) {
    Figures.moment(page, end, shown.now());
    page.markup(" <span class=\"took\">").text("in " + Figures.duration(took)).markup("</span>");
  }

  private static void numbers(Html page, KindCounts counts) {
    number(page, "read", counts.read(), "");
    number(page, "filtered", counts.filtered(), "");
    number(page, "skipped", counts.skipped(), "");
    number(page, "unchanged", counts.unchanged(), "");
    number(page, "written", counts.upserted(), "good");
    number(page, "not written", Snapshot.notWritten(counts), "bad");
  }

  private static void number(Html page, String label, long number, String tone) {
    page.markup("<td role=\"cell\" class=\"number ")
        .markup(number == 0 ? "none" : tone)
        .markup("\" data-label=\"" + label + "\">")
        .text(Figures.number(number))
        .markup("</td>");
  }

  /** What can be done to a kind. */
  static void buttons(Html page, KindStatus kind) {
    String slug = kind.kind().slug();
    if (kind.state() == KindState.PAUSED || kind.state() == KindState.STOPPED) {
      Parts.button(page, "resume", slug, "Resume", kind.kind().kind());
    } else {
      Parts.button(page, "resync", slug, "Resync", kind.kind().kind());
      Parts.button(page, "pause", slug, "Pause", kind.kind().kind());
    }
  }
}
