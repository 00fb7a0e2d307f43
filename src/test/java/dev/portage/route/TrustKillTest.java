package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.sink.local.FlakyPort;
import dev.portage.sink.local.FlakyPort.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that trusts, and is killed in the middle of a resync: the next one misses nothing. */
@Tag("slow")
class TrustKillTest {
  private static final int PEOPLE = 150;

  @TempDir static Path directory;
  private static FlakyPort port;
  private static World world;

  @BeforeAll
  static void start() {
    port = FlakyPort.start();
    world =
        new World(directory, port)
            .environment("PORTAGE__STATE__TRUST", "true")
            .map(Kind.of("/people", "person"));
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static void people(String name) {
    world
        .api()
        .on(
            "/people",
            IntStream.range(0, PEOPLE)
                .mapToObj(i -> "{\"id\": \"%d\", \"name\": \"%s\"}".formatted(i, name))
                .collect(Collectors.joining(",", "[", "]")));
  }

  private static void complete() throws Exception {
    assertThat(world.resync().result()).isEqualTo(new RunResult.Complete());
    world.stop();
  }

  /** Before anything is trusted, while batches are compared and written, and at the last look. */
  @ParameterizedTest
  @ValueSource(strings = {"/resync-state", "/entities/search", "/entities/bulk"})
  void theNextRunMissesNothing(String moment) throws Exception {
    // Given
    port.on(any -> Fault.NONE);
    people("before " + moment);
    complete();
    complete();

    // When
    AtomicReference<PortageProcess> process = new AtomicReference<>();
    port.on(
        call -> {
          PortageProcess running = process.get();
          if (call.is(moment) && running != null) {
            running.kill();
          }
          return Fault.NONE;
        });
    people("after " + moment);
    try (PortageProcess killed = PortageProcess.start(directory, world.environment())) {
      process.set(killed);
      assertThat(killed.endsWithin(Duration.ofSeconds(60))).isTrue();
      assertThat(killed.exitCode()).isEqualTo(137);
    }

    // Then
    port.on(any -> Fault.NONE);
    complete();
    assertThat(List.copyOf(world.titles("person"))).hasSize(PEOPLE).containsOnly("after " + moment);
  }
}
