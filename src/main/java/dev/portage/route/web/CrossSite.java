package dev.portage.route.web;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what a page of another site makes a browser ask. Browsers say where they come from
 * ({@code Sec-Fetch-Site}, {@code Origin}); who is no browser says neither, and is not meant.
 */
final class CrossSite {
  private static final Set<String> OURS = Set.of("", "same-origin", "none");

  /** What a form can send without asking first. */
  private static final Set<String> FORMS =
      Set.of("application/x-www-form-urlencoded", "multipart/form-data", "text/plain");

  private static final Refusal FOREIGN =
      new Refusal(403, "Origin: is another site; expected a page of this listener, or no browser");

  private static final Refusal FORM =
      new Refusal(403, "Content-Type: is that of a form; expected application/json");

  private CrossSite() {}

  /** Looks at the headers; empty when nothing speaks of another site. */
  static Optional<Refusal> refusal(Ask ask) {
    String site = ask.header("Sec-Fetch-Site").toLowerCase(Locale.ROOT);
    // A link on another site may lead to the status page; nothing of it may be built in there.
    boolean followed =
        ask.method().equals("GET")
            && ask.header("Sec-Fetch-Mode").equals("navigate")
            && ask.header("Sec-Fetch-Dest").equals("document");
    if (!OURS.contains(site) && !followed) {
      return Optional.of(FOREIGN);
    }
    if (ask.count("Origin") > 0 && !isOwn(ask)) {
      return Optional.of(FOREIGN);
    }
    // The browser says that a form is one of ours; who says nothing might be an old one.
    boolean ours = site.equals("same-origin") || ask.count("Origin") > 0;
    boolean form =
        !ask.isReading() && ask.area() != Area.WEBHOOK && FORMS.contains(ask.mediaType());
    return form && !ours ? Optional.of(FORM) : Optional.empty();
  }

  /** The same host and port; the scheme may differ, where a proxy in front speaks TLS. */
  private static boolean isOwn(Ask ask) {
    try {
      String origin = URI.create(ask.header("Origin")).getRawAuthority();
      return origin != null
          && ask.count("Origin") == 1
          && origin.equalsIgnoreCase(ask.header("Host"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
