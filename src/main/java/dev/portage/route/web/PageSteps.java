package dev.portage.route.web;

import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.Watch;
import dev.portage.route.web.page.KindPage;
import dev.portage.route.web.page.MessagePage;
import dev.portage.route.web.page.OverviewPage;
import dev.portage.route.web.page.Snapshot;
import dev.portage.route.web.page.StatusJson;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the routes that show the status: pages for people, documents for programs. */
public final class PageSteps {
  private final Watch watch;
  private final RouteNodes routes;
  private final Assets assets = new Assets();

  /** Shows what is watched. */
  public PageSteps(Watch watch, CamelContext context) {
    this.watch = watch;
    this.routes = new RouteNodes(context);
  }

  private Snapshot now() {
    return new Snapshot(watch.process(), watch.kinds(), Instant.now());
  }

  /** The page of the process. */
  public void overview(Message message) {
    PageAnswer.html(message, 200, new OverviewPage(now()).html());
  }

  /** The page of a kind; 404 with a list of all when there is none of that name. */
  public void kind(Message message, @Header("slug") String slug) {
    Snapshot now = now();
    Optional<KindStatus> kind = now.kind(slug);
    if (kind.isEmpty()) {
      PageAnswer.html(message, 404, new MessagePage(now, "No such kind", missing(now)).html());
      return;
    }
    var route = routes.of(kind.get().kind().routeId());
    PageAnswer.html(message, 200, new KindPage(now, kind.get(), route).html());
  }

  /** What cannot be shown back is the name itself: anybody may have made it up. */
  private static String missing(Snapshot now) {
    return now.kinds().isEmpty()
        ? "There is no kind yet; the mapping has not been read, or it has no resources."
        : "The mapping has no kind of that name; expected one of these.";
  }

  /** The status as JSON; 304 when the caller holds it. */
  public void status(Message message, @Header("If-None-Match") @Nullable String known) {
    PageAnswer.json(message, known, new StatusJson(now()).process());
  }

  /** The status of a kind as JSON; 304 when the caller holds it, 404 when there is no such kind. */
  public void kindStatus(
      Message message,
      @Header("slug") String slug,
      @Header("If-None-Match") @Nullable String known) {
    Snapshot now = now();
    now.kind(slug)
        .ifPresentOrElse(
            kind -> PageAnswer.json(message, known, new StatusJson(now).kind(kind)),
            () -> PageAnswer.json(message, 404, Told.missing(missing(now), now)));
  }

  /** A file of the pages. */
  public void asset(
      Message message,
      @Header("name") String name,
      @Header("If-None-Match") @Nullable String known) {
    assets
        .file(name)
        .ifPresentOrElse(
            file -> PageAnswer.tagged(message, known, assets.type(name), file),
            () ->
                PageAnswer.html(
                    message,
                    404,
                    new MessagePage(now(), "Not here", "There is no such file.").html()));
  }
}
