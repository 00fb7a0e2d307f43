package dev.portage.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who wants a resync is served by one that begins after the wish. */
class WishesTest {
  private final Wishes wishes = new Wishes();
  private final List<String> told = new ArrayList<>();

  private void wish(Scope scope, String name) {
    wishes.add(scope, () -> told.add(name));
  }

  @Test
  void oneResyncServesAllWhoWait() {
    wish(Scope.EVERYTHING, "first");
    wish(Scope.EVERYTHING, "second");

    assertThat(wishes.begin()).isEqualTo(Scope.EVERYTHING);
    assertThat(told).isEmpty();
    wishes.end();

    assertThat(told).containsExactly("first", "second");
    assertThat(wishes.begin()).isEqualTo(Scope.NOTHING);
  }

  @Test
  void whoWishesMeanwhileIsServedByTheNext() {
    wish(Scope.EVERYTHING, "first");
    wishes.begin();
    wish(Scope.EVERYTHING, "second");

    wishes.end();

    assertThat(told).containsExactly("first");
    assertThat(wishes.begin()).isEqualTo(Scope.EVERYTHING);
    wishes.end();
    assertThat(told).containsExactly("first", "second");
  }

  @Test
  void kindsThatWaitRunTogether() {
    wishes.add(Scope.kinds(Set.of("a")));
    wishes.add(Scope.kinds(Set.of("b")));

    Scope scope = wishes.begin();

    assertThat(scope.includes("a")).isTrue();
    assertThat(scope.includes("b")).isTrue();
    assertThat(scope.includes("c")).isFalse();
  }

  @Test
  void aFullResyncServesSingleKindsAsWell() {
    wish(Scope.kinds(Set.of("a")), "kind");
    wish(Scope.EVERYTHING, "all");

    assertThat(wishes.begin()).isEqualTo(Scope.EVERYTHING);
    wishes.end();

    assertThat(told).containsExactly("kind", "all");
  }

  @Test
  void aResyncThatNeverToldItsEndIsRepeated() {
    wish(Scope.EVERYTHING, "first");
    wishes.begin();

    assertThat(wishes.begin()).isEqualTo(Scope.EVERYTHING);
    wishes.end();

    assertThat(told).containsExactly("first");
  }

  @Test
  void afterTheEndNothingBeginsAndNobodyIsTold() {
    wish(Scope.EVERYTHING, "running");
    wishes.begin();
    wish(Scope.EVERYTHING, "waiting");

    wishes.close();
    wishes.end();

    assertThat(wishes.begin()).isEqualTo(Scope.NOTHING);
    assertThat(told).isEmpty();
  }
}
