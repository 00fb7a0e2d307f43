package dev.portage.route;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.portage.sink.local.FlakyPort;
import dev.portage.sink.local.FlakyPort.Arrived;
import dev.portage.sink.local.FlakyPort.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A process that polls, in a world of its own, and is stopped at a moment: of 40 people in the
 * catalog all have changed, and 20 are gone.
 */
final class StoppedProcess implements AutoCloseable {
  private static final int PEOPLE = 40;
  private static final int GONE = 20;

  private final When when;
  private final int number;
  private final FlakyPort port = FlakyPort.start();
  private final World world;
  private final Path directory;
  private final CountDownLatch moment = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger deletions = new AtomicInteger();
  private long signal;

  /** When the signal is sent, and what goes on then. */
  enum When {
    AFTER_MILLIS,
    AT_CALL_TO_PORT,
    AT_CALL_TO_SOURCE,
    PORT_HANGS,
    SOURCE_HANGS,
    IN_DELETIONS,
    IDLE,
    TWO_SIGNALS_WHILE_PORT_HANGS,
    KILLED;

    boolean isPortGone() {
      return this == PORT_HANGS || this == TWO_SIGNALS_WHILE_PORT_HANGS;
    }
  }

  /**
   * What became of it.
   *
   * @param code -1 when it did not end
   * @param took from the last signal to the end
   * @param late deletions that arrived more than 2 s after the signal
   */
  record Outcome(int code, Duration took, long deletions, long late, String log) {}

  StoppedProcess(Path parent, When when, int number) throws IOException {
    this.when = when;
    this.number = number;
    directory = Files.createTempDirectory(parent, "world");
    world = new World(directory, port);
    world.environment().put("OCEAN__INTEGRATION__IDENTIFIER", "acme");
    world.map(
        "deleteDependentEntities: false\n"
            + Kind.mapping(
                List.of(
                    Kind.of("/people", "person").with("pagination: {type: page, page_size: 5}"),
                    Kind.of("/teams", "team"))));
    port.hold("person", people(0));
  }

  private static List<String> people(int from) {
    return IntStream.range(from, PEOPLE).mapToObj("p%03d"::formatted).toList();
  }

  World world() {
    return world;
  }

  FlakyPort port() {
    return port;
  }

  /** What the catalog holds when all is well. */
  static List<String> expected() {
    return people(GONE);
  }

  /** Runs until the moment comes, and stops. */
  Outcome run() throws Exception {
    port.on(this::day);
    source(true);
    world.environment().put("OCEAN__EVENT_LISTENER__TYPE", "POLLING");
    world.environment().put("OCEAN__EVENT_LISTENER__INTERVAL", "1");
    try (PortageProcess process = PortageProcess.start(directory, world.environment())) {
      if (when == When.AFTER_MILLIS) {
        process.endsWithin(Duration.ofMillis(number));
      } else if (!moment.await(120, SECONDS)) {
        throw new AssertionError(when + " never came: " + process.log());
      }
      stop(process);
      boolean ended = process.endsWithin(Duration.ofSeconds(60));
      Duration took = Duration.ofNanos(System.nanoTime() - signal);
      return outcome(ended ? process.exitCode() : -1, took, process.log());
    }
  }

  private void stop(PortageProcess process) throws InterruptedException {
    if (when == When.TWO_SIGNALS_WHILE_PORT_HANGS) {
      process.terminate();
      process.endsWithin(Duration.ofMillis(500));
    }
    signal = System.nanoTime();
    if (when == When.KILLED) {
      process.kill();
    } else {
      process.terminate();
    }
  }

  private Outcome outcome(int code, Duration took, String log) {
    List<Arrived> deleted =
        port.calls().stream().filter(call -> call.is("/entities/delete")).toList();
    long soon = signal + Duration.ofSeconds(2).toNanos();
    long late = deleted.stream().filter(call -> call.nanos() > soon).count();
    return new Outcome(code, took, deleted.size(), late, log);
  }

  private Fault day(Arrived call) {
    boolean deletes = call.is("/entities/delete");
    boolean now =
        switch (when) {
          case AT_CALL_TO_PORT, KILLED, PORT_HANGS, TWO_SIGNALS_WHILE_PORT_HANGS ->
              call.number() >= number;
          case IN_DELETIONS -> deletes && deletions.incrementAndGet() >= number;
          case IDLE -> call.is("/resync-request") && port.resyncStatus().equals("completed");
          default -> false;
        };
    if (now) {
      moment.countDown();
    }
    if (now && when.isPortGone()) {
      return Fault.hang();
    }
    return deletes ? Fault.slow(Duration.ofMillis(100)) : Fault.NONE;
  }

  /** What both ends do from now on when nothing disturbs them. */
  void recover() {
    port.on(any -> Fault.NONE);
    source(false);
    world.environment().put("OCEAN__EVENT_LISTENER__TYPE", "ONCE");
  }

  private void source(boolean watched) {
    world.api().on("/people", asked -> Told.json(read(watched, page(asked.page()))));
    world.api().on("/teams", asked -> Told.json(read(watched, "[{\"id\": \"t1\"}]")));
  }

  private String read(boolean watched, String answer) throws InterruptedException {
    boolean now = watched && reads.incrementAndGet() >= number;
    if (now && (when == When.AT_CALL_TO_SOURCE || when == When.SOURCE_HANGS)) {
      moment.countDown();
    }
    if (now && when == When.SOURCE_HANGS) {
      never.await();
    }
    return answer;
  }

  private static String page(int page) {
    return expected().stream()
        .skip((page - 1) * 5L)
        .limit(5)
        .map(id -> "{\"id\": \"%s\", \"name\": \"new\"}".formatted(id))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public void close() {
    never.countDown();
    world.close();
  }
}
