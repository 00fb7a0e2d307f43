package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.WaitReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a kind waits for is seen by its reason. */
class WaitsTest {
  @TempDir Path directory;

  private static Duration waited(KindStatus kind, WaitReason reason) {
    return kind.pass().calls().waits().get(reason);
  }

  @Test
  void requestsWaitForAConnectionThatOthersUse() throws Exception {
    try (World world = new World(directory)) {
      // Given endpoints that take their time, of which one may be asked at a time
      world.set("MAX_CONCURRENT_REQUESTS", "1");
      world.map(Kind.of("/teams/{team}/members", "member").discovering("team", "/teams"));
      world.api().on("/teams", "[{\"id\": \"a\"}, {\"id\": \"b\"}]");
      for (String team : new String[] {"a", "b"}) {
        world
            .api()
            .on(
                "/teams/" + team + "/members",
                asked -> {
                  Thread.sleep(300);
                  return Told.json("[{\"id\": \"" + team + "\"}]");
                });
      }

      // When
      world.resync();

      // Then
      KindStatus kind = world.watch().kinds().get(0);
      assertThat(waited(kind, WaitReason.CONNECTION)).isGreaterThan(Duration.ofMillis(100));
      assertThat(waited(kind, WaitReason.RETRY)).isZero();
    }
  }

  @Test
  void aRefusalForTheRateLimitIsNotARetryForAnotherReason() throws Exception {
    try (World world = new World(directory)) {
      world.map(Kind.of("/users", "user"));
      AtomicInteger asked = new AtomicInteger();
      world
          .api()
          .on(
              "/users",
              any ->
                  asked.incrementAndGet() == 1
                      ? Told.status(429).with("Retry-After", "1")
                      : Told.json("[]"));

      world.resync();

      KindStatus kind = world.watch().kinds().get(0);
      assertThat(waited(kind, WaitReason.RATE_LIMIT)).isGreaterThan(Duration.ofMillis(500));
      assertThat(waited(kind, WaitReason.RETRY)).isZero();
      assertThat(kind.pass().calls().answers()).containsEntry(429, 1L).containsEntry(200, 1L);
      assertThat(kind.pass().calls().retries()).isEqualTo(1);
    }
  }
}
