package dev.portage.route.web.page;

import dev.portage.http.Html;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.EndedRun;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.ProcessStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The page of the process: what runs, how the last run ended, and every kind in a row.
 *
 * @param shown the moment of it
 */
public record OverviewPage(Snapshot shown) {

  /** The whole page. */
  public String html() {
    Html page = new Html();
    page.element("h1", "Status");
    banner(page);
    totals(page);
    new KindTable(shown).into(page);
    lastRun(page);
    process(page);
    return Frame.page("Status", shown, page);
  }

  private void banner(Html page) {
    page.markup(
        "<section id=\"run\" data-live=\"true\" aria-label=\"Resync\" class=\"banner\"><div class=\"said\">");
    if (shown.isRunning()) {
      running(page);
    } else {
      idle(page);
    }
    page.markup("</div><div class=\"buttons\">");
    if (!shown.isPaused()) {
      Parts.button(page, "resync", "", "Resync all", "");
      Parts.button(page, "pause", "", "Pause all", "");
    }
    if (shown.isPartlyPaused()) {
      Parts.button(page, "resume", "", "Resume all", "");
    }
    page.markup("</div>");
    trouble(page);
    page.markup("</section>\n");
  }

  private void trouble(Html page) {
    List<String> trouble = shown.trouble();
    if (!trouble.isEmpty()) {
      page.markup("<div class=\"trouble\">").element("h2", "What is wrong");
      Parts.list(page, trouble, 10);
      page.markup("</div>");
    }
  }

  private void running(Html page) {
    ProcessStatus status = shown.status();
    Snapshot.Progress progress = shown.progress();
    page.markup("<p class=\"headline\" data-say=\"true\">");
    Badge.of(KindState.RUNNING).into(page);
    page.text(": " + status.phase().text());
    if (progress.all() > 0) {
      page.text(
          ", %d of %s done"
              .formatted(progress.over(), Figures.counted(progress.all(), "kind", "kinds")));
    }
    page.markup("</p>")
        .markup(
            "<progress max=\"%d\" value=\"%d\" aria-label=\"kinds done\"></progress>"
                .formatted(Math.max(1, progress.all()), progress.over()));
    Instant start = status.runStart();
    if (start != null) {
      page.markup("<p class=\"quiet\">Began ");
      Figures.moment(page, start, shown.now());
      page.text(status.runId().isEmpty() ? "" : ", resync " + status.runId()).markup("</p>");
    }
  }

  private void idle(Html page) {
    EndedRun last = shown.status().lastRun();
    page.markup("<p class=\"headline\" data-say=\"true\">");
    if (shown.isPaused()) {
      Badge.of(KindState.PAUSED).into(page);
      page.text(": nothing is read until somebody resumes");
    } else if (last == null) {
      Badge.of(KindState.PENDING).into(page);
      page.text(": the first resync has not begun");
    } else {
      page.text("Last resync: ");
      Badge.of(last.result()).into(page);
    }
    page.markup("</p><p class=\"quiet\">");
    if (last != null) {
      page.text("Ended ");
      Figures.moment(page, last.end(), shown.now());
      page.text(" after " + Figures.duration(Duration.between(last.start(), last.end())) + ". ");
    }
    next(page);
    page.markup("</p>");
  }

  private void next(Html page) {
    Instant next = shown.status().nextResync();
    if (next == null) {
      page.text("No resync is due by a schedule.");
    } else {
      page.text("The next one is due ");
      Figures.moment(page, next, shown.now());
      page.text(".");
    }
  }

  private void totals(Html page) {
    page.markup("<section id=\"totals\" data-live=\"true\" aria-label=\"All kinds together\">")
        .markup("<dl class=\"tiles\">");
    Parts.tile(page, "read", shown.sum(KindCounts::read), "");
    Parts.tile(page, "filtered", shown.sum(KindCounts::filtered), "");
    Parts.tile(page, "skipped", shown.sum(KindCounts::skipped), "");
    Parts.tile(page, "unchanged", shown.sum(KindCounts::unchanged), "");
    Parts.tile(page, "written", shown.sum(KindCounts::upserted), "good");
    Parts.tile(page, "not written", shown.sum(Snapshot::notWritten), "bad");
    page.markup("</dl></section>\n");
  }

  private void lastRun(Html page) {
    page.markup("<section id=\"last\" data-live=\"true\" aria-labelledby=\"last-head\">")
        .markup("<h2 id=\"last-head\">Last resync</h2>");
    EndedRun last = shown.status().lastRun();
    if (last == null) {
      page.markup("<p class=\"quiet\">None has ended yet.</p>");
    } else {
      report(page, last);
    }
    page.markup("</section>\n");
  }

  private void report(Html page, EndedRun run) {
    page.markup("<dl class=\"facts\"><dt>Result</dt><dd>");
    Badge.of(run.result()).into(page);
    page.text(run.partial() ? " (some kinds only)" : "").markup("</dd><dt>Began</dt><dd>");
    Figures.moment(page, run.start(), shown.now());
    page.markup("</dd>");
    Parts.fact(page, "Deletion", shown.status().deletion());
    Parts.fact(page, "Resync", run.id());
    page.markup("</dl>");
    if (!run.reasons().isEmpty()) {
      page.element("h3", "What is missing, and why");
      Parts.list(page, run.reasons(), 10);
    }
    if (!run.report().isEmpty()) {
      page.markup("<details><summary>Report, as in the log</summary><pre tabindex=\"0\">")
          .text(run.report())
          .markup("</pre></details>");
    }
  }

  private void process(Html page) {
    var process = shown.status().process();
    page.markup("<section aria-labelledby=\"process-head\"><h2 id=\"process-head\">Process</h2>")
        .markup("<dl class=\"facts\">");
    Parts.fact(page, "From", process.source());
    Parts.fact(page, "To", process.port());
    Parts.fact(page, "Triggers", process.triggers());
    page.markup("<dt>Up since</dt><dd>");
    Figures.moment(page, process.started(), shown.now());
    page.markup("</dd></dl></section>\n");
  }
}
