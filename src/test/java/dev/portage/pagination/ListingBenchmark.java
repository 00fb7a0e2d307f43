package dev.portage.pagination;

import dev.portage.Samples;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * From one page of 100 items to the request for the next, guards included; an operation is a page.
 */
@State(Scope.Thread)
public class ListingBenchmark {
  private static final int PAGES = 20;
  private static final int ITEMS = 100;

  private final ApiRequest request = ApiRequest.get("https://api.example.com/v1/issues?state=open");
  private final List<ApiResponse> answers =
      IntStream.range(0, PAGES).mapToObj(n -> Pages.answer(Samples.page(n, ITEMS))).toList();

  @Param({"page", "offset", "cursor"})
  private String pagination = "";

  private Pagination variant() {
    return switch (pagination) {
      case "page" -> new PagePagination("page", "size", ITEMS, 1, null, null);
      case "offset" -> new OffsetPagination("offset", "limit", ITEMS, null);
      default -> new CursorPagination("cursor", "limit", ITEMS, null, null);
    };
  }

  /** A walk over all pages. */
  @Benchmark
  @OperationsPerInvocation(PAGES)
  public ApiRequest next() {
    Listing listing = new Listing(variant(), PAGES + 1, Set.of());
    ApiRequest sent = listing.first(request);
    for (ApiResponse answer : answers) {
      sent = listing.next(sent, answer, ITEMS).orElseThrow();
    }
    return sent;
  }
}
