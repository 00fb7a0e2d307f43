package dev.portage.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.catalog.EntityKey;
import dev.portage.reconcile.DeletionPlan.Delete;
import dev.portage.reconcile.DeletionPlan.Guard;
import dev.portage.reconcile.DeletionPlan.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;

class DeletionPlanProperties {
  private static final Guard ALWAYS = new Guard(1, 1_000);

  @Provide
  Arbitrary<EntityKey> keys() {
    return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.integers().between(0, 20))
        .as((blueprint, identifier) -> new EntityKey(blueprint, "e" + identifier));
  }

  private static List<EntityKey> keys(int count) {
    return IntStream.range(0, count).mapToObj(i -> new EntityKey("a", "e" + i)).toList();
  }

  private static List<EntityKey> deleted(DeletionPlan plan) {
    List<EntityKey> keys = new ArrayList<>();
    if (plan instanceof Delete delete) {
      delete
          .identifiers()
          .forEach((blueprint, all) -> all.forEach(id -> keys.add(new EntityKey(blueprint, id))));
    }
    return keys;
  }

  @Property
  void deletesNothingWithAnyDoubt(
      @ForAll @NotEmpty List<String> doubts,
      @ForAll List<@From("keys") EntityKey> stale,
      @ForAll @DoubleRange(min = 0, max = 1) double threshold,
      @ForAll @IntRange(max = 100) int owned) {
    assertThat(DeletionPlan.of(doubts, stale, key -> false, new Guard(threshold, owned)))
        .isInstanceOf(Withheld.class);
  }

  @Property
  void deletesExactlyWhatIsNeitherProducedNorKept(
      @ForAll List<@From("keys") EntityKey> untouched,
      @ForAll Set<@From("keys") EntityKey> produced,
      @ForAll Set<@From("keys") EntityKey> kept) {
    // When
    List<EntityKey> stale = DeletionPlan.stale(untouched, produced::contains);
    List<EntityKey> deleted = deleted(DeletionPlan.of(List.of(), stale, kept::contains, ALWAYS));

    // Then
    assertThat(deleted).doesNotHaveDuplicates();
    assertThat(untouched)
        .allSatisfy(
            key ->
                assertThat(deleted.contains(key))
                    .isEqualTo(!produced.contains(key) && !kept.contains(key)));
  }

  @Property
  void neverExceedsTheThreshold(
      @ForAll @IntRange(max = 50) int stale,
      @ForAll @IntRange(max = 50) int others,
      @ForAll @DoubleRange(min = 0, max = 1) double threshold) {
    // Given
    Guard guard = new Guard(threshold, stale + others);

    // When
    DeletionPlan plan = DeletionPlan.of(List.of(), keys(stale), key -> false, guard);

    // Then
    boolean allowed = stale == 0 || (threshold > 0 && stale <= threshold * (stale + others) + 1e-9);
    assertThat(plan).isInstanceOf(allowed ? Delete.class : Withheld.class);
  }

  @Example
  void deletesExactlyAtTheThreshold() {
    assertThat(plan(3, 0.3, 10)).isInstanceOf(Delete.class);
    assertThat(plan(4, 0.3, 10))
        .isEqualTo(
            new Withheld(
                "4 of 10 entities are stale (40.0 %), which is more than entityDeletionThreshold"
                    + " 0.3 allows: they stay"));
    assertThat(plan(10, 1, 10)).isInstanceOf(Delete.class);
    assertThat(plan(10, 0.9, 10)).isInstanceOf(Withheld.class);
    assertThat(plan(1, 0, 10))
        .isEqualTo(new Withheld("entityDeletionThreshold is 0: 1 stale entities stay"));
    assertThat(plan(0, 0, 10)).isEqualTo(new Delete(Map.of()));
    assertThat(plan(5, 0.9, 0)).as("owned is not known").isInstanceOf(Withheld.class);
  }

  private static DeletionPlan plan(int stale, double threshold, int owned) {
    return DeletionPlan.of(List.of(), keys(stale), key -> false, new Guard(threshold, owned));
  }

  @Example
  void refusesAThresholdOutOfRange() {
    for (double threshold : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> new Guard(threshold, 1)).hasMessageContaining("from 0 to 1");
    }
  }
}
