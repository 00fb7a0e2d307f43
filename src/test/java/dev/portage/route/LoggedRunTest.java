package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run says in the log: a screen at INFO, and every request and decision at DEBUG. */
class LoggedRunTest {
  private static final String HALF_OF_IT =
      "[{\"id\": 1, \"name\": \"one\"}, {\"id\": 2, \"name\": \"two\"}]";

  @TempDir Path directory;

  @Test
  void everyRequestAndDecisionIsALineAtDebug() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    try (World world = new World(directory)) {
      world.set("PAGINATION_TYPE", "page").set("PAGE_SIZE", "100");
      world
          .api()
          .on("/teams", HALF_OF_IT.replace("}]", "}, {\"id\": 3}]"))
          .on(
              "/teams/1/members",
              any ->
                  asked.getAndIncrement() < 2
                      ? Told.status(503).with("Retry-After", "0")
                      : Told.json("[{\"id\": \"tom\"}]"))
          .on("/teams/2/members", "[]")
          .on("/teams/3/members", any -> Told.status(403));
      world.map(
          Kind.of("/teams", "team"),
          Kind.of("/teams/{t}/members", "member").discovering("t", "/teams"));

      List<String> lines = Logged.by("dev.portage", Level.DEBUG, world::resync);

      assertThat(lines)
          // every attempt, by its template
          .anyMatch(
              line -> line.matches("DEBUG GET /teams, page 1: 200, \\d+ bytes in \\d+ ms, .* 1"))
          .anyMatch(line -> line.matches("DEBUG GET /teams/\\{t}/members, page 1: 503, .* 1"))
          .anyMatch(line -> line.matches("DEBUG GET /teams/\\{t}/members, page 1: 200, .* 3"))
          // why a listing ended
          .anyMatch(
              line ->
                  line.matches(
                      "DEBUG GET /teams, page 1: 3 items, no further page: the page is not full"))
          .anyMatch(
              line ->
                  line.matches(
                      "DEBUG GET /teams/\\{t}/members, page 1: 1 items, no further page: the page"
                          + " is not full"))
          // why the API was not asked
          .anyMatch(line -> line.matches("DEBUG GET /teams, page 1: as answered before .*"))
          // why nothing is deleted
          .anyMatch(line -> line.startsWith("DEBUG Nothing is deleted, since: "))
          .anyMatch(line -> line.startsWith("INFO kind /teams: begins"))
          .anyMatch(line -> line.startsWith("INFO Port: a new token"));
      // a call that has to wait says so once
      assertThat(lines)
          .filteredOn(line -> line.contains("follows in"))
          .extracting(line -> line.substring(0, line.indexOf(' ')))
          .containsExactly("INFO", "DEBUG");
      assertThat(lines).filteredOn(line -> line.startsWith("INFO")).hasSizeLessThan(25);
    }
  }
}
