package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.KindCounts;
import dev.portage.route.run.Ending;
import dev.portage.sink.local.FlakyPort;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls to Port are as few as its limits allow, and go over few connections. */
class FilledCallsTest {
  private static final int PAGES = 9;
  private static final int PAGE = 30;
  private static final int ITEMS = PAGES * PAGE;

  @TempDir private Path directory;
  private FlakyPort port;
  private World world;

  @BeforeEach
  void start() {
    port = FlakyPort.start();
    world = new World(directory, port);
    world.map(
        Kind.of("/people", "person").with("pagination: {type: page, page_size: " + PAGE + "}"));
    world.api().on("/people", asked -> Told.json(page(asked.page(), "old")));
  }

  @AfterEach
  void end() {
    world.close();
  }

  private static String page(int number, String name) {
    return IntStream.range((number - 1) * PAGE, Math.min(ITEMS, number * PAGE))
        .mapToObj(id -> "{\"id\": \"p%03d\", \"name\": \"%s\"}".formatted(id, name))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private long calls(String end) {
    return port.calls().stream().filter(call -> call.is(end)).count();
  }

  @Test
  void everyCallIsFullButTheLast() throws Exception {
    // When
    Ending ending = world.resync();

    // Then
    assertThat(World.counts(ending)).extracting(KindCounts::created).containsExactly((long) ITEMS);
    assertThat(world.identifiers("person")).hasSize(ITEMS);
    assertThat(calls("/entities/bulk")).isEqualTo((ITEMS + 19) / 20);
  }

  @Test
  void aFewChangesFromAllPagesShareACall() throws Exception {
    // Given
    world.resync();
    long before = calls("/entities/bulk");
    world.api().on("/people", asked -> Told.json(changed(asked.page())));

    // When
    Ending ending = world.resync();

    // Then
    KindCounts counts = World.counts(ending).get(0);
    assertThat(List.of(counts.updated(), counts.unchanged()))
        .containsExactly((long) PAGES, (long) ITEMS - PAGES);
    assertThat(calls("/entities/bulk") - before).isEqualTo(1);
  }

  private static String changed(int number) {
    return page(number, "old").replaceFirst("old", "new");
  }

  @Test
  void connectionsAreUsedAgain() throws Exception {
    // When
    world.resync();

    // Then
    assertThat(world.api().asked("/people")).hasSize(PAGES + 1);
    assertThat(world.api().connections()).isEqualTo(1);
    assertThat(port.calls()).hasSizeGreaterThan(20);
    assertThat(port.connections())
        .as("one for each batch in flight, and for what is told")
        .isLessThan(15);
  }
}
