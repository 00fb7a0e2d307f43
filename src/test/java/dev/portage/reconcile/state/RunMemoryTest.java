package dev.portage.reconcile.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Fingerprint;
import dev.portage.catalog.KeySet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a run trusts of the one before. */
class RunMemoryTest {
  private static final String OWNER = "owner";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Instant LOOK = NOON.plusSeconds(50);
  private static final Fingerprint RULES = Fingerprint.of("rules", "1");

  private final State state = new State(MemoryStore::new);

  private static boolean none(Fingerprint any) {
    return false;
  }

  private static EntityKey key(int i) {
    return new EntityKey("person", "p" + i);
  }

  private static Fingerprint content(int i) {
    return Fingerprint.of("content", "c" + i);
  }

  private static List<EntityKey> keys(int many) {
    return IntStream.range(0, many).mapToObj(RunMemoryTest::key).toList();
  }

  private RunMemory begin(Instant now, Fingerprint rules) {
    return RunMemory.begin(state, OWNER, UUID.randomUUID(), rules, now, DAY);
  }

  /** A run that compared so many people, all of whom Port lists at its end. */
  private RunMemory compared(int many) {
    RunMemory run = begin(NOON, RULES);
    run.trust(new KeySet());
    run.blueprint("person", content(-1));
    keys(many).forEach(key -> run.confirm(key, content(number(key))));
    run.listed(keys(many));
    return run;
  }

  private static int number(EntityKey key) {
    return Integer.parseInt(key.identifier().substring(1));
  }

  /** The run after it, with so many people on the list of what has not changed. */
  private RunMemory next(int listed) {
    RunMemory next = begin(NOON.plusSeconds(3_600), RULES);
    KeySet list = new KeySet();
    keys(listed).forEach(list::add);
    next.trust(list);
    next.blueprint("person", content(-1));
    return next;
  }

  @Test
  void whatIsTheSameAndListedIsTrusted() {
    compared(30_000).complete(LOOK, RunMemoryTest::none, RunMemoryTest::none);

    RunMemory next = next(29_999);

    assertThat(next.untouched()).isEqualTo(LOOK);
    assertThat(keys(29_999)).allMatch(key -> next.trusts(key, content(number(key))));
    assertThat(next.trusts(key(29_999), content(29_999))).as("not listed").isFalse();
    assertThat(next.trusts(key(1), content(2))).as("changed").isFalse();
    assertThat(next.trusts(new EntityKey("person", "other"), content(1))).as("new").isFalse();
    assertThat(next.trustedCount()).isEqualTo(29_999);
  }

  @Test
  void anotherBlueprintOrOneThatIsNotKnownIsNotTrusted() {
    compared(1).complete(LOOK, RunMemoryTest::none, RunMemoryTest::none);
    RunMemory next = begin(NOON.plusSeconds(3_600), RULES);
    KeySet list = new KeySet();
    list.add(key(0));
    next.trust(list);

    assertThat(next.trusts(key(0), content(0))).isFalse();
    next.blueprint("person", content(-2));
    assertThat(next.trusts(key(0), content(0))).isFalse();
  }

  @Test
  void whatTheRunGaveTwiceIsNotTrusted() {
    compared(2).complete(LOOK, RunMemoryTest::none, Set.of(Fingerprint.of(key(1)))::contains);

    RunMemory next = next(2);

    assertThat(next.trusts(key(0), content(0))).isTrue();
    assertThat(next.trusts(key(1), content(1))).isFalse();
  }

  @Test
  void whatPortDidNotListAtTheEndIsTrustedOnlyWhenTheRunWroteIt() {
    // Given
    RunMemory run = compared(1);
    run.confirm(key(1), content(1));
    run.confirm(key(2), content(2));

    // When
    run.complete(LOOK, Set.of(Fingerprint.of(key(1)))::contains, RunMemoryTest::none);

    // Then
    RunMemory next = next(3);
    assertThat(next.trusts(key(0), content(0))).isTrue();
    assertThat(next.trusts(key(1), content(1))).as("written").isTrue();
    assertThat(next.trusts(key(2), content(2))).as("changed by somebody else").isFalse();
  }

  @ParameterizedTest
  @CsvSource({"-1, false", "0, true", "86399, true", "86400, false", "90000, false"})
  void everythingIsComparedWhenTheLastTimeIsTooLongAgo(long seconds, boolean trusted) {
    compared(1).complete(LOOK, RunMemoryTest::none, RunMemoryTest::none);

    RunMemory next = begin(NOON.plusSeconds(seconds), RULES);

    assertThat(next.untouched() != null).isEqualTo(trusted);
  }

  @Test
  void runsThatTrustDoNotPutOffTheFullComparison() {
    // Given
    compared(1).complete(LOOK, RunMemoryTest::none, RunMemoryTest::none);
    RunMemory second = next(1);
    assertThat(second.trusts(key(0), content(0))).isTrue();
    second.confirm(key(0), content(0));
    second.listed(keys(1));
    second.complete(LOOK.plusSeconds(3_600), RunMemoryTest::none, RunMemoryTest::none);

    // Then
    assertThat(begin(NOON.plus(DAY).minusSeconds(1), RULES).untouched())
        .isEqualTo(LOOK.plusSeconds(3_600));
    assertThat(begin(NOON.plus(DAY), RULES).untouched()).isNull();
  }

  @Test
  void otherRulesCompareEverything() {
    compared(1).complete(LOOK, RunMemoryTest::none, RunMemoryTest::none);

    assertThat(begin(NOON, Fingerprint.of("rules", "2")).untouched()).isNull();
  }

  @Test
  void aRunThatDoesNotCompleteLeavesNothing() {
    compared(1).complete(LOOK, RunMemoryTest::none, RunMemoryTest::none);

    next(1);

    assertThat(begin(NOON.plusSeconds(7_200), RULES).untouched()).isNull();
  }
}
