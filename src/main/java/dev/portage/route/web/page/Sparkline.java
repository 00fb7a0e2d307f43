package dev.portage.route.web.page;

import dev.portage.http.Html;
import dev.portage.route.watch.PastPass;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The durations of the last runs as bars: one for each, as high as it took long, coloured by its
 * end.
 *
 * @param laps the oldest first
 */
record Sparkline(List<PastPass> laps) {
  private static final int MOST = 20;
  private static final int STEP = 6;
  private static final int HEIGHT = 24;

  void into(Html page) {
    if (laps.isEmpty()) {
      page.markup("<span class=\"quiet\">none yet</span>");
      return;
    }
    List<PastPass> shown = laps.subList(Math.max(0, laps.size() - MOST), laps.size());
    int width = shown.size() * STEP;
    page.markup(
            "<svg class=\"spark\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" aria-label=\""
                .formatted(width, HEIGHT, width, HEIGHT))
        .text(words(shown))
        .markup("\">");
    long longest = shown.stream().mapToLong(lap -> lap.took().toMillis()).max().orElse(1);
    int x = 0;
    for (PastPass lap : shown) {
      bar(page, lap, x, Math.max(1, longest));
      x += STEP;
    }
    page.markup("</svg>");
  }

  private static void bar(Html page, PastPass lap, int x, long longest) {
    double height = Math.max(2, (double) (HEIGHT - 2) * lap.took().toMillis() / longest);
    page.markup(
            String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" rx=\"1\"><title>",
                Badge.of(lap.result()).key(),
                x,
                HEIGHT - height,
                STEP - 2,
                height))
        .text(Figures.duration(lap.took()) + ", " + Badge.of(lap.result()).word())
        .markup("</title></rect>");
  }

  private static String words(List<PastPass> shown) {
    Duration least = shown.stream().map(PastPass::took).min(Duration::compareTo).orElseThrow();
    Duration most = shown.stream().map(PastPass::took).max(Duration::compareTo).orElseThrow();
    return "the last %s: from %s to %s, the last %s"
        .formatted(
            Figures.counted(shown.size(), "run", "runs"),
            Figures.duration(least),
            Figures.duration(most),
            Figures.duration(shown.get(shown.size() - 1).took()));
  }
}
