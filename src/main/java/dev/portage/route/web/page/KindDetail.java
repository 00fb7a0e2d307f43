package dev.portage.route.web.page;

import dev.portage.http.Html;
import dev.portage.mapping.ExpressionReport;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.PastPass;
import dev.portage.route.watch.PastRequest;
import dev.portage.route.watch.WaitReason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What explains the numbers of a kind.
 *
 * @param kind shown
 * @param now the moment of it
 */
record KindDetail(KindStatus kind, Instant now) {
  private static final int LINES = 10;

  private static final Map<WaitReason, String> WAITS =
      Map.of(
          WaitReason.RATE_LIMIT, "the API allowed no more requests",
          WaitReason.RETRY, "before an attempt was repeated",
          WaitReason.PORT_PACE, "Port allowed few calls more",
          WaitReason.QUEUE_FULL, "batches on their way to Port",
          WaitReason.CONNECTION, "a connection to the API");

  void into(Html page) {
    requests(page);
    items(page);
    expressions(page);
    waits(page);
    history(page);
  }

  private void requests(Html page) {
    Parts.section(page, "requests", "Last requests");
    List<PastRequest> requests = newestFirst(kind.requests());
    if (requests.isEmpty()) {
      Parts.quiet(page, "None yet.");
    } else {
      Parts.table(
          page, "Requests, the newest first", "Request", "#Page", "Status", "#Time", "When");
      requests.forEach(request -> row(page, request));
      Parts.endTable(page);
    }
    page.markup("</section>\n");
  }

  private void row(Html page, PastRequest request) {
    boolean good = request.status() >= 200 && request.status() < 400;
    page.markup("<tr><td><code>")
        .text(request.method() + " " + request.endpoint())
        .markup("</code></td>");
    Parts.number(page, request.page());
    page.markup("<td class=\"" + (good ? "good" : "bad") + "\">")
        .text(request.status() == 0 ? "no answer" : Integer.toString(request.status()))
        .text(request.attempt() > 1 ? ", attempt " + request.attempt() : "")
        .markup("</td><td class=\"number\">")
        .text(Figures.duration(request.took()))
        .markup("</td><td>");
    Figures.moment(page, request.time(), now);
    page.markup("</td></tr>");
  }

  private void items(Html page) {
    Parts.section(page, "items", "Items without an entity");
    lines(page, "Skipped", kind.pass().skipped());
    lines(page, "Rejected by Port", kind.pass().rejected());
    page.markup("</section>\n");
  }

  private static void lines(Html page, String head, List<String> lines) {
    page.element("h3", head);
    if (lines.isEmpty()) {
      Parts.quiet(page, "None.");
    } else {
      Parts.list(page, lines, LINES);
    }
  }

  private void expressions(Html page) {
    Parts.section(page, "expressions", "Mapping expressions");
    List<ExpressionReport.Line> lines = kind.pass().expressions();
    if (lines.isEmpty()) {
      Parts.quiet(page, "None has been evaluated yet.");
    } else {
      Parts.table(
          page,
          "How often each gave null or failed",
          "Place",
          "jq",
          "#Null",
          "#Failed",
          "First failure");
      lines.forEach(line -> row(page, line));
      Parts.endTable(page);
    }
    page.markup("</section>\n");
  }

  private static void row(Html page, ExpressionReport.Line line) {
    page.markup("<tr>").element("td", line.path()).markup("<td><code>");
    page.text(line.program()).markup("</code></td>");
    Parts.number(page, line.nulls());
    Parts.number(page, line.failures());
    String failure = line.firstFailure();
    page.element("td", failure == null ? "" : failure).markup("</tr>");
  }

  private void waits(Html page) {
    Parts.section(page, "waits", "What it waited for");
    Map<WaitReason, Duration> waits = kind.pass().calls().waits();
    boolean any = waits.values().stream().anyMatch(time -> time.toMillis() > 0);
    if (!any) {
      Parts.quiet(page, "Nothing.");
    } else {
      page.markup("<dl class=\"facts\">");
      for (WaitReason reason : WaitReason.values()) {
        Duration time = waits.getOrDefault(reason, Duration.ZERO);
        if (time.toMillis() > 0) {
          Parts.fact(page, WAITS.getOrDefault(reason, reason.text()), Figures.duration(time));
        }
      }
      page.markup("</dl>");
      Parts.quiet(page, "Waits side by side are added up.");
    }
    page.markup("</section>\n");
  }

  private void history(Html page) {
    Parts.section(page, "history", "History");
    if (kind.history().isEmpty()) {
      Parts.quiet(page, "No run has ended yet.");
    } else {
      Parts.table(page, "Runs, the newest first", "Result", "#Duration", "#Read", "Began");
      newestFirst(kind.history()).forEach(pass -> row(page, pass));
      Parts.endTable(page);
    }
    page.markup("</section>\n");
  }

  private void row(Html page, PastPass pass) {
    page.markup("<tr><td>");
    Badge.of(pass.result()).into(page);
    page.markup("</td><td class=\"number\">").text(Figures.duration(pass.took())).markup("</td>");
    Parts.number(page, pass.read());
    page.markup("<td>");
    Figures.moment(page, pass.start(), now);
    page.markup("</td></tr>");
  }

  private static <T> List<T> newestFirst(List<T> oldestFirst) {
    List<T> reversed = new ArrayList<>(oldestFirst);
    Collections.reverse(reversed);
    return reversed;
  }
}
