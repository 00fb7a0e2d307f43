package dev.portage.route.run;

import dev.portage.config.Selector;
import dev.portage.config.SourceSettings;
import dev.portage.http.ApiRequest;
import dev.portage.http.EndpointRequest;
import dev.portage.http.SourceException;
import dev.portage.pagination.Listing;
import dev.portage.pagination.PaginationException;
import dev.portage.pagination.Reason;
import dev.portage.route.call.Failures;
import dev.portage.route.watch.KindWatch;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One address of a kind, or of a path parameter, for concrete values.
 *
 * @param request before pagination
 * @param plan the kind whose pages these are
 * @param template its address with the names of path parameters, fit for logs and traces
 * @param values of the path parameters, by name; empty for a static endpoint
 * @param listing the walk through its pages
 * @param timeout of one request
 * @param shared whether the mapping needs the same answers in another place, too
 * @param listsOnly whether nobody looks into the lists of an answer but for their size and their
 *     elements
 * @param watch what is seen of the kind
 */
public record Endpoint(
    ApiRequest request,
    KindPlan plan,
    String template,
    Map<String, String> values,
    Listing listing,
    Duration timeout,
    boolean shared,
    boolean listsOnly,
    KindWatch watch) {
  private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

  /** An endpoint of a kind, its own or that of one of its path parameters, for concrete values. */
  public static Endpoint of(
      Run run,
      SourceSettings source,
      KindPlan plan,
      EndpointRequest request,
      Map<String, String> values) {
    Selector selector = plan.resource().selector();
    return new Endpoint(
        request.at(source.baseUrl(), values),
        plan,
        request.template().shown(),
        values,
        new Listing(selector.pagination(), source.maxPages(), source.allowedOrigins()),
        selector.timeout(),
        run.isShared(request),
        request.equals(selector.request()) && selector.dataPath().isPlain(),
        run.kind(plan.position()).watch());
  }

  /** The request for its first page. */
  public PageRequest firstPage() {
    return PageRequest.of(this, listing.first(request), 1);
  }

  /**
   * The request for the page after the one read; not wanted when that was the last. A listing that
   * does not go on as it should ends here, and the items of its last page are still good.
   *
   * @param failed told of such a listing
   */
  public PageRequest next(PageRequest sent, Page page, Consumer<Exception> failed) {
    try {
      PageRequest next =
          listing
              .next(sent.request(), page.response(), page.counted())
              .map(following -> PageRequest.of(this, following, sent.page() + 1))
              .orElseGet(sent::noFurther);
      explain(sent, page, next.isWanted());
      return next;
    } catch (PaginationException e) {
      LOG.debug("{}: stopped: {}", sent.what(), e.reason().words());
      failed.accept(SourceException.failed(sent.request(), sent.page(), Failures.words(e)));
      return sent.noFurther();
    }
  }

  private void explain(PageRequest sent, Page page, boolean goesOn) {
    Reason why = listing.reason();
    LOG.debug(
        "{}: {} items, {}: {}",
        sent.what(),
        page.items().size(),
        goesOn ? "a further page" : "no further page",
        why == null ? "" : why.words());
  }
}
