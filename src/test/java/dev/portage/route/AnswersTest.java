package dev.portage.route;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a source API may answer, and that whatever it answers comes to an end. */
class AnswersTest {
  private static final String LIST = "[{\"id\": 1, \"name\": \"Žofie Grüße €\"}]";
  private static final String LATIN = "[{\"id\": 1, \"name\": \"Grüße\"}]";

  @TempDir static Path directory;
  private static World world;

  @BeforeAll
  static void start() {
    world = new World(directory).set("TIMEOUT", "0.5").set("MAX_PAGES", "5");
  }

  @AfterAll
  static void end() {
    world.close();
  }

  /** An answer, and the title of the entity that it makes. */
  record Read(String name, Told told, String title) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Read> readable() {
    byte[] utf8 = LIST.getBytes(UTF_8);
    return Stream.of(
        new Read("UTF-8", Told.json(LIST), "Žofie Grüße €"),
        new Read("compressed", Told.json(LIST).gzipped(), "Žofie Grüße €"),
        new Read(
            "Latin 1",
            Told.bytes("application/json; charset=ISO-8859-1", LATIN.getBytes(ISO_8859_1)),
            "Grüße"),
        new Read(
            "Latin 1 in quotes, compressed",
            Told.bytes("application/json;charset=\"iso-8859-1\"", LATIN.getBytes(ISO_8859_1))
                .gzipped(),
            "Grüße"),
        new Read("a byte order mark", Told.json("\uFEFF" + LIST), "Žofie Grüße €"),
        new Read(
            "UTF-16 with a byte order mark",
            Told.bytes("application/json", LIST.getBytes(UTF_16)),
            "Žofie Grüße €"),
        new Read(
            "UTF-16 without one",
            Told.bytes("application/json; charset=utf-16le", LIST.getBytes(UTF_16LE)),
            "Žofie Grüße €"),
        new Read("no content type", Told.bytes("", utf8), "Žofie Grüße €"),
        new Read("another content type", Told.bytes("text/html", utf8), "Žofie Grüße €"),
        new Read(
            "a charset nobody knows",
            Told.bytes("application/json; charset=klingon", utf8),
            "Žofie Grüße €"));
  }

  @ParameterizedTest
  @MethodSource("readable")
  void anAnswerIsReadAsItIsWritten(Read read) throws Exception {
    world.map(Kind.of("/one", "one"));
    world.api().on("/one", any -> read.told());

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.titles("one")).containsExactly(read.title());
  }

  @Test
  void numbersStayAsTheyAre() throws Exception {
    world.map(Kind.of("/one", "big"));
    world.api().on("/one", "[{\"id\": 12345678901234567890123, \"name\": \"n\"}]");

    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("big")).containsExactly("12345678901234567890123");
  }

  @Test
  void noContentMeansNothing() throws Exception {
    world.map(Kind.of("/none", "none"));
    world.api().on("/none", any -> Told.status(204));

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(World.counts(ending).get(0).read()).isZero();
  }

  /** An API that begins an answer and falls silent once is asked again. */
  @Test
  void anAnswerThatStallsIsAskedForAgain() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    world.map(Kind.of("/stalls", "stalled"));
    world
        .api()
        .on(
            "/stalls",
            any -> {
              if (asked.incrementAndGet() == 1) {
                over.await(20, TimeUnit.SECONDS);
              }
              return Told.json("[{\"id\": 1}]");
            });

    Ending ending = world.resync();
    over.countDown();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("stalled")).containsExactly("1");
    assertThat(asked).hasValue(2);
  }

  /** What came of such an answer may be JSON all the same; it is not what was to come. */
  @ParameterizedTest
  @ValueSource(strings = {"[{\"id\": 1}, ", "[{\"id\": 1}]"})
  void anAnswerThatIsCutOffIsAskedForAgain(String part) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    Told whole = Told.json("[{\"id\": 1}, {\"id\": 2}]");
    Told cut = new Told(200, whole.headers(), part.getBytes(UTF_8), whole.length());
    world.map(Kind.of("/cut", "cut"));
    world.api().on("/cut", any -> asked.incrementAndGet() == 1 ? cut : whole);

    Ending ending = world.resync();

    assertThat(ending.result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.identifiers("cut")).containsExactly("1", "2");
    assertThat(asked).hasValue(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: page, page_size: 1}",
        "{type: offset, page_size: 1}",
        "{type: cursor, page_size: 1, cursor_path: next}",
        "{type: next_link, next_link_path: link}",
      })
  void anEndlessListingEnds(String pagination) throws Exception {
    // Given an API that always has one page more, and never the same one
    AtomicInteger page = new AtomicInteger();
    world.map(
        Kind.of("/endless", "endless").with("data_path: .items", "pagination: " + pagination));
    world.api().on("/endless", any -> Told.json(endless(page.incrementAndGet())));

    // When
    Ending ending = world.resync();

    // Then
    assertThat(page).hasValue(5);
    assertThat(World.reasons(ending))
        .containsExactly(
            "/endless: GET /endless, page 5: page 5 is not the last; expected at most 5 pages:"
                + " raise max_pages, or see whether the API ends its listing");
    assertThat(World.counts(ending).get(0).mapped()).isEqualTo(5);
  }

  private static String endless(int page) {
    return "{\"items\": [{\"id\": %d}], \"has_more\": true, \"next\": \"c%d\", \"link\": \"/endless?p=%d\"}"
        .formatted(page, page, page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{type: page, page_size: 1}",
        "{type: cursor, page_size: 1, cursor_path: next}",
        "{type: next_link, next_link_path: link}",
      })
  void aListingThatStandsStillEnds(String pagination) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    world.map(Kind.of("/still", "still").with("data_path: .items", "pagination: " + pagination));
    world
        .api()
        .on(
            "/still",
            any -> {
              asked.incrementAndGet();
              return Told.json(endless(1).replace("/endless", "/still"));
            });

    Ending ending = world.resync();

    assertThat(asked.get()).isLessThan(4);
    assertThat(World.reasons(ending))
        .singleElement()
        .asString()
        .startsWith("/still: GET /still, page 2: page 2 ");
  }
}
