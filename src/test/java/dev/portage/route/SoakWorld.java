package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.portage.sink.local.FlakyPort;
import dev.portage.sink.local.FlakyPort.Arrived;
import dev.portage.sink.local.FlakyPort.Fault;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A source and a Port as a process of its own, so that nothing of theirs is measured: after every
 * so many polls somebody wants a resync; by then other people have changed, one is gone, and in
 * every tenth hour the mapping was edited. It prints both addresses and ends with its standard
 * input.
 */
final class SoakWorld {
  static final String IDENTIFIER = "acme";

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final int PEOPLE = 120;

  private final int pollsPerResync;
  private final FlakyPort port = FlakyPort.start();
  private final FakeApi api = new FakeApi();
  private volatile Instant wanted = Instant.now();
  private volatile int hour;
  private int polls;

  private SoakWorld(int pollsPerResync) throws IOException {
    this.pollsPerResync = pollsPerResync;
    port.catalog().install(IDENTIFIER, mapping());
    port.on(this::day);
    api.on("/people", asked -> Told.json(people(asked.page())));
    api.on("/teams", "[{\"id\": \"t1\"}, {\"id\": \"t2\"}]");
    api.on("/teams/t1/members", any -> Told.json("[{\"id\": \"m%d\"}]".formatted(hour)));
    api.on("/teams/t2/members", "[{\"id\": \"m\"}]");
  }

  /**
   * Serves until its standard input ends.
   *
   * @param args polls between two resyncs
   */
  public static void main(String[] args) throws IOException {
    SoakWorld world = new SoakWorld(Integer.parseInt(args[0]));
    System.out.println(world.port.url() + " " + world.api.url());
    while (System.in.read() >= 0) {
      // Only its end says something.
    }
    System.exit(0);
  }

  private synchronized Fault day(Arrived call) {
    if (!call.is("/resync-request")) {
      return Fault.NONE;
    }
    polls++;
    if (polls % pollsPerResync == 0) {
      hour++;
      wanted = Instant.now();
      edit();
    }
    return Fault.json(
        "{\"ok\": true, \"request\": {\"id\": \"r\", \"updatedAt\": \"%s\"}}".formatted(wanted));
  }

  private void edit() {
    try {
      if (hour % 10 == 0) {
        port.catalog().install(IDENTIFIER, mapping());
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode mapping() throws IOException {
    Kind people = Kind.of("/people", "person").with("pagination: {type: page, page_size: 50}");
    Kind teams = Kind.of("/teams", "team");
    Kind members = Kind.of("/teams/{team}/members", "member").discovering("team", "/teams");
    boolean even = hour / 10 % 2 == 0;
    return YAML.readTree(
        Kind.mapping(
            even
                ? List.of(people, teams, members)
                : List.of(members, people.selecting(".id != \"p000\""))));
  }

  private String people(int page) {
    return IntStream.range(0, PEOPLE)
        .filter(id -> id % 60 != hour % 60)
        .skip((page - 1) * 50L)
        .limit(50)
        .mapToObj(
            id -> "{\"id\": \"p%03d\", \"name\": \"%d\"}".formatted(id, id % 3 == 0 ? hour : 0))
        .collect(Collectors.joining(",", "[", "]"));
  }
}
