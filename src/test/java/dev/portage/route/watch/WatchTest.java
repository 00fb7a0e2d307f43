package dev.portage.route.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.http.Masker;
import dev.portage.trigger.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a wish of an operator is passed on, and when it is refused. */
class WatchTest {
  private final List<Scope> wanted = new ArrayList<>();
  private final Watch watch =
      new Watch(
          new ProcessIdentity(
              "1.0.0", "i", "https://a.example", "https://b.example", "polling", "", Instant.EPOCH),
          new Masker(List.of()));

  @BeforeEach
  void listen() {
    watch.follow(
        List.of(new KindIdentity("users", 0, "/users", "user", "GET", "/users", "GET /users")),
        Set.of());
    watch.control(
        new Control() {
          @Override
          public boolean isStarted(String route) {
            return true;
          }

          @Override
          public void start(String route) {
            throw new UnsupportedOperationException("nothing is stopped");
          }

          @Override
          public void want(Scope scope) {
            wanted.add(scope);
          }

          @Override
          public @Nullable Instant nextResync() {
            return null;
          }

          @Override
          public @Nullable Instant nextRun(String slug) {
            return null;
          }
        });
  }

  @Test
  void beforeTheInstallationIsReadyNothingRuns() {
    assertThatThrownBy(watch::resync)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not ready at Port yet");
    assertThatThrownBy(() -> watch.resync("users"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not ready at Port yet");
    assertThat(wanted).isEmpty();
  }

  @Test
  void afterwardsAWishIsPassedOn() {
    // Given
    watch.port().ready();
    // When
    watch.resync();
    watch.resync("users");
    // Then
    assertThat(wanted).containsExactly(Scope.EVERYTHING, Scope.kinds(Set.of("users")));
  }

  @Test
  void aPausedKindIsNotRunOnItsOwn() {
    // Given
    watch.port().ready();
    watch.pause("users");
    // When, Then
    assertThatThrownBy(() -> watch.resync("users"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("users is paused; expected it to be resumed first");
    assertThat(wanted).isEmpty();
  }
}
