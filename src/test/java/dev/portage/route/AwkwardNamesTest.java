package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.route.watch.KindStatus;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a kind is called comes back from metrics and pages as it is, and does nothing there. */
class AwkwardNamesTest {
  private static final Pattern LABEL = Pattern.compile("[{,]kind=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");

  @TempDir static Path directory;
  private static World world;

  @BeforeAll
  static void run() throws Exception {
    world =
        new World(directory)
            .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
            .environment("OCEAN__EVENT_LISTENER__APP_HOST", "http://portage.test")
            .map(AwkwardNames.mapping());
    world.begin();
    world.watch().resync();
    World.await("a run", () -> !world.watch().process().runs().isEmpty());
  }

  @AfterAll
  static void end() {
    world.close();
  }

  static List<KindStatus> kinds() {
    return world.watch().kinds();
  }

  /** The values of the label {@code kind} of a series, read as Prometheus reads them. */
  private static Stream<String> labels(Scrape scrape, String series) {
    return scrape.samples().keySet().stream()
        .filter(key -> key.startsWith(series + "{"))
        .map(key -> LABEL.matcher(key).results().findFirst().map(m -> m.group(1)).orElseThrow());
  }

  private static String plain(String label) {
    return ESCAPED.matcher(label).replaceAll(AwkwardNamesTest::character);
  }

  private static String character(MatchResult escaped) {
    String one = escaped.group(1).equals("n") ? "\n" : escaped.group(1);
    return Matcher.quoteReplacement(one);
  }

  private static Document page(String path) throws Exception {
    String html = Scrape.get(world.httpPort(), path).body();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document page, String element) {
    NodeList found = page.getElementsByTagName(element);
    return IntStream.range(0, found.getLength())
        .mapToObj(found::item)
        .map(Node::getTextContent)
        .toList();
  }

  @Test
  void everyKindIsThere() {
    assertThat(kinds()).extracting(status -> status.kind().kind()).isEqualTo(AwkwardNames.ALL);
    assertThat(kinds())
        .extracting(status -> status.kind().slug())
        .doesNotHaveDuplicates()
        .allMatch(slug -> slug.matches("[a-z0-9-]{1,100}"));
  }

  @Test
  void labelsOfOceansGaugesAreTheNames() throws Exception {
    List<String> expected =
        IntStream.range(0, AwkwardNames.ALL.size())
            .mapToObj(i -> AwkwardNames.ALL.get(i) + "-" + i)
            .toList();

    assertThat(labels(Scrape.of(world.httpPort()), "success").map(AwkwardNamesTest::plain))
        .containsAll(expected)
        .doesNotHaveDuplicates();
  }

  @Test
  void labelsOfPortagesSeriesAreTheSlugs() throws Exception {
    assertThat(labels(Scrape.of(world.httpPort()), "portage_items_read_total"))
        .containsExactlyInAnyOrderElementsOf(
            kinds().stream().map(status -> status.kind().slug()).toList());
  }

  @Test
  void theStatusPageShowsThemAll() throws Exception {
    Document overview = page("/");

    assertThat(texts(overview, "a")).containsAll(AwkwardNames.ALL);
    assertThat(texts(overview, "script")).containsExactly("");
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void thePageOfAKindShowsItsName(KindStatus status) throws Exception {
    Document page = page("/kinds/" + status.kind().slug());

    assertThat(texts(page, "h1")).containsExactly(status.kind().kind());
    assertThat(texts(page, "script")).containsExactly("");
  }
}
