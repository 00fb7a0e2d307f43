package dev.portage.route.web.page;

import dev.portage.http.Html;
import dev.portage.route.watch.KindState;
import java.util.Map;

/**
 * Where a kind or a run stands: a word, a colour and a shape, since nobody must need all three.
 *
 * @param key of its colour
 * @param word for people
 * @param shape a path within 16 by 16
 */
record Badge(String key, String word, String shape) {
  private static final String CIRCLE = "M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6";
  private static final Map<String, Badge> ALL =
      Map.of(
          "waiting", new Badge("waiting", "not run yet", CIRCLE),
          "pending", new Badge("waiting", "pending", CIRCLE + "M8 5.5V8l1.8 1.2"),
          "running", new Badge("running", "running", "M8 2.5a5.5 5.5 0 1 1-5.5 5.5"),
          "complete", new Badge("complete", "complete", "M3 8.5l3.2 3.2L13 4.8"),
          "incomplete",
              new Badge("incomplete", "incomplete", "M8 2.5L14.2 13H1.8zM8 6.5v3M8 11.4v.1"),
          "failed", new Badge("failed", "failed", "M4 4l8 8M12 4l-8 8"),
          "aborted", new Badge("incomplete", "stopped early", "M4.5 4.5h7v7h-7z"),
          "paused", new Badge("paused", "paused", "M5.5 3.5v9M10.5 3.5v9"),
          "stopped", new Badge("paused", "route stopped", "M4.5 4.5h7v7h-7z"));

  static Badge of(KindState state) {
    return of(state.text());
  }

  /** Of a state or of the result of a run; one that is not known keeps its word. */
  static Badge of(String state) {
    return ALL.getOrDefault(state, new Badge("waiting", state, CIRCLE));
  }

  void into(Html page) {
    page.markup("<span class=\"state %s\">".formatted(key))
        .markup(
            "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\" focusable=\"false\">")
        .markup("<path d=\"%s\"/></svg> ".formatted(shape))
        .text(word)
        .markup("</span>");
  }
}
