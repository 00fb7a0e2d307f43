package dev.portage.pagination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Every pagination against a server that pages by its own code: it reads the address with the JDK's
 * {@link URI} and shares nothing with what is tested.
 */
class PaginationProperties {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String URL = "https://h/items?kind=a%20b";

  /** How an API deals out its list. */
  record Server(int total, int cap, Shape shape, boolean loses) {

    ApiResponse answer(ApiRequest request) {
      Map<String, String> asked = parameters(request.url());
      assertThat(asked).containsEntry("kind", "a b");
      int size = Math.min(Integer.parseInt(asked.getOrDefault("size", "7")), cap);
      int from = from(asked, size);
      ArrayNode items = JSON.arrayNode();
      IntStream.range(from, Math.min(from + size, total)).forEach(items::add);
      return wrapped(items, from, size);
    }

    private static int from(Map<String, String> asked, int size) {
      if (asked.containsKey("page")) {
        return (Integer.parseInt(asked.get("page")) - 1) * size;
      }
      return Integer.parseInt(asked.getOrDefault("at", "0").replace("c==", ""));
    }

    private ApiResponse wrapped(ArrayNode items, int from, int size) {
      int next = from + size;
      boolean more = next < total;
      String link = "/items?kind=a%20b&size=" + size + "&at=" + next;
      if (shape == Shape.BARE) {
        Map<String, String> headers = more ? Map.of("Link", "<" + link + ">; rel=next") : Map.of();
        return new ApiResponse(200, Headers.of(headers), items);
      }
      ObjectNode body = JSON.objectNode();
      body.set("data", items);
      if (shape == Shape.HINTED) {
        body.put("has_more", more);
      }
      if (more || loses) {
        body.put("next_cursor", next + "c==").put("link", link);
      }
      return new ApiResponse(200, Headers.NONE, body);
    }

    private static Map<String, String> parameters(String url) {
      Map<String, String> all = new HashMap<>();
      for (String part : URI.create(url).getQuery().split("&")) {
        String[] pair = part.split("=", 2);
        all.put(pair[0], pair[1]);
      }
      return all;
    }
  }

  enum Shape {
    BARE,
    WRAPPED,
    HINTED
  }

  /** Walks to the end and gives every item that was read. */
  private static List<Integer> read(
      Pagination pagination, Function<ApiRequest, ApiResponse> server) {
    Listing listing = new Listing(pagination, 2000, Set.of());
    List<Integer> seen = new ArrayList<>();
    Optional<ApiRequest> next = Optional.of(listing.first(ApiRequest.get(URL)));
    while (next.isPresent()) {
      ApiResponse received = server.apply(next.get());
      JsonNode items = received.body().isArray() ? received.body() : received.body().path("data");
      items.forEach(item -> seen.add(item.intValue()));
      next = listing.next(next.get(), received, items.size());
    }
    return seen;
  }

  private static void assertComplete(List<Integer> seen, int total) {
    assertThat(new TreeSet<>(seen))
        .containsExactlyElementsOf(IntStream.range(0, total).boxed().toList());
  }

  @Provide
  Arbitrary<Server> honest() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1100),
            Arbitraries.of(10, 20, 25, 30, 50, 100, 5000),
            Arbitraries.of(Shape.class))
        .as((total, cap, shape) -> new Server(total, cap, shape, false));
  }

  @Property(tries = 400)
  void pagesReadEverything(
      @ForAll("honest") Server server, @ForAll @IntRange(min = 1, max = 250) int size) {
    List<Integer> seen =
        read(new PagePagination("page", "size", size, 1, null, null), server::answer);
    assertComplete(seen, server.total());
    assertThat(seen).doesNotHaveDuplicates();
  }

  @Property(tries = 400)
  void offsetsReadEverything(
      @ForAll("honest") Server server, @ForAll @IntRange(min = 1, max = 250) int size) {
    List<Integer> seen = read(new OffsetPagination("at", "size", size, null), server::answer);
    assertComplete(seen, server.total());
  }

  @Property(tries = 200)
  void offsetsReadEverythingWithAnyCapWhenTheServerSaysMore(
      @ForAll @IntRange(max = 500) int total,
      @ForAll @IntRange(min = 1, max = 40) int cap,
      @ForAll @IntRange(min = 1, max = 50) int size) {
    Server server = new Server(total, cap, Shape.HINTED, false);
    assertComplete(read(new OffsetPagination("at", "size", size, null), server::answer), total);
  }

  @Property(tries = 300)
  void offsetsReadEverythingThatAServerFiltersOutOfItsWindows(
      @ForAll @IntRange(min = 1, max = 100) int total,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll Set<@IntRange(max = 99) Integer> visible) {
    List<Integer> seen =
        read(
            new OffsetPagination("at", "size", size, null),
            sent -> {
              int from = Integer.parseInt(Server.parameters(sent.url()).get("at"));
              ObjectNode body = JSON.objectNode().put("has_more", from + size < total);
              ArrayNode items = body.putArray("data");
              IntStream.range(from, Math.min(from + size, total))
                  .filter(visible::contains)
                  .forEach(items::add);
              return new ApiResponse(200, Headers.NONE, body);
            });
    assertThat(new TreeSet<>(seen))
        .isEqualTo(new TreeSet<>(visible.stream().filter(i -> i < total).toList()));
  }

  @Property(tries = 200)
  void cursorsReadEverythingOnce(
      @ForAll("honest") Server server, @ForAll @IntRange(min = 1, max = 250) int size) {
    Server wrapped = new Server(server.total(), server.cap(), Shape.WRAPPED, false);
    CursorPagination pagination = new CursorPagination("at", "size", size, null, null);
    assertOnce(read(pagination, wrapped::answer), server.total());
  }

  @Property(tries = 200)
  void linksReadEverythingOnce(@ForAll("honest") Server server) {
    Server wrapped = new Server(server.total(), server.cap(), Shape.WRAPPED, false);
    assertOnce(read(new NextLinkPagination("link"), wrapped::answer), server.total());
    Server bare = new Server(server.total(), server.cap(), Shape.BARE, false);
    assertOnce(read(new HeaderLinkPagination("next"), bare::answer), server.total());
  }

  @Property(tries = 100)
  void aLinkOrCursorOnEveryPageEndsWithTheFirstEmptyOne(@ForAll @IntRange(max = 300) int total) {
    Server server = new Server(total, 7, Shape.WRAPPED, true);
    assertOnce(read(new NextLinkPagination("link"), server::answer), total);
    CursorPagination cursor = new CursorPagination("at", "size", 7, null, null);
    assertOnce(read(cursor, server::answer), total);
  }

  private static void assertOnce(List<Integer> seen, int total) {
    assertThat(seen).containsExactlyElementsOf(IntStream.range(0, total).boxed().toList());
  }

  @Provide
  Arbitrary<Pagination> any() {
    return Arbitraries.of(
        new PagePagination("page", "size", 3, 1, null, null),
        new OffsetPagination("at", "size", 3, null),
        new CursorPagination("at", "size", 3, null, null),
        new NextLinkPagination("link"),
        new HeaderLinkPagination("next"));
  }

  @Property(tries = 200)
  void aServerThatNeverEndsIsStopped(
      @ForAll("any") Pagination pagination, @ForAll @IntRange(min = 1, max = 20) int period) {
    // Full pages for ever; the cursors and links come round again after a while.
    int[] count = {0};
    assertThatThrownBy(
            () ->
                read(
                    pagination,
                    sent -> {
                      int i = count[0]++ % period;
                      ObjectNode body = JSON.objectNode().put("next_cursor", "c" + i);
                      body.put("link", URL + "&n=" + i).put("has_more", true);
                      body.putArray("data").add(i).add(i + 1).add(i + 2);
                      Map<String, String> link =
                          Map.of("Link", "<" + URL + "&n=" + i + ">; rel=next");
                      return new ApiResponse(200, Headers.of(link), body);
                    }))
        .isInstanceOf(PaginationException.class);
    assertThat(count[0]).isLessThanOrEqualTo(2000);
  }
}
