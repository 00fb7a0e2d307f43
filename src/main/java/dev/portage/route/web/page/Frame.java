package dev.portage.route.web.page;

import dev.portage.http.Html;

/** What both pages share: head, the way around, foot. Nothing comes from elsewhere. */
final class Frame {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en" data-running="%s">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <link rel="stylesheet" href="/assets/status.css"/>
      <link rel="icon" type="image/svg+xml" href="/assets/icon.svg"/>
      <script src="/assets/status.js" defer="defer"></script>
      """;

  private static final String TOP =
      """
      </head>
      <body>
      <a class="skip" href="#main">Skip to the content</a>
      <header>
      <a class="brand" href="/"><img src="/assets/icon.svg" alt="" width="24" height="24"/> Portage</a>
      """;

  private static final String LINKS =
      """
      <nav aria-label="Elsewhere">
      <a href="/hawtio">Hawtio</a>
      <a href="%1$s/metrics">Metrics</a>
      <a href="%1$s/health/ready">Health</a>
      <a href="/docs">API</a>
      <a href="/api/status">JSON</a>
      </nav>
      </header>
      <p id="announce" class="unseen" role="status" aria-live="polite"></p>
      <main id="main" tabindex="-1">
      <p id="notice" class="trouble" role="alert" hidden="hidden"></p>
      """;

  private Frame() {}

  /**
   * A whole page.
   *
   * @param title of the page; plain text
   * @param shown the moment of it
   * @param body its markup
   */
  static String page(String title, Snapshot shown, Html body) {
    String identifier = shown.status().process().identifier();
    return new Html()
        .markup(HEAD.formatted(shown.isRunning()))
        .element("title", title + " - Portage " + identifier)
        .markup(TOP)
        .markup("<span class=\"quiet\">")
        .text(identifier)
        .markup("</span>\n")
        .markup(LINKS.formatted(shown.status().process().pathPrefix()))
        .markup(body.toString())
        .markup("\n</main>\n<footer id=\"foot\">")
        .text("Portage " + shown.status().process().version() + ", as of ")
        .markup("<time datetime=\"" + shown.now() + "\">")
        .text(shown.now().toString().replaceFirst("\\..*Z", "Z"))
        .markup("</time>. <span id=\"live\"></span>")
        .markup("<noscript><a href=\"\">Refresh</a></noscript></footer>\n</body>\n</html>\n")
        .toString();
  }
}
