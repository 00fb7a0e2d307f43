package dev.portage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A set on disk, one in the heap, and Java's own say the same. */
class KeySetProperties {
  private static final Spill AT_ONCE =
      Spill.to(Path.of(System.getProperty("java.io.tmpdir")), 16_384);

  private static EntityKey key(int number) {
    return new EntityKey("b" + number % 5, "i" + number);
  }

  @Property(tries = 20)
  void aSetOnDiskHoldsWhatOneInTheHeapHolds(
      @ForAll @Size(min = 1, max = 6_000) List<@IntRange(max = 4_000) Integer> numbers,
      @ForAll @IntRange(min = 2, max = 5) int every) {
    // Given
    KeySet disk = new KeySet(AT_ONCE);
    KeySet heap = new KeySet(Spill.never());
    Set<Integer> added = new HashSet<>();
    Set<Integer> marked = new HashSet<>();

    // When
    for (int number : numbers) {
      if (number % every == 0) {
        disk.mark(key(number));
        heap.mark(key(number));
        marked.add(number);
        added.add(number);
      } else {
        boolean isNew = added.add(number);
        assertThat(disk.add(key(number))).isEqualTo(isNew);
        assertThat(heap.add(key(number))).isEqualTo(isNew);
      }
    }

    // Then
    assertThat(disk.size()).isEqualTo(heap.size()).isEqualTo(added.size());
    for (int number = 0; number <= 4_000; number++) {
      boolean there = added.contains(number);
      boolean isMarked = marked.contains(number);
      assertThat(disk.contains(key(number))).isEqualTo(there);
      assertThat(heap.contains(key(number))).isEqualTo(there);
      assertThat(disk.isMarked(key(number))).isEqualTo(isMarked);
      assertThat(heap.isMarked(key(number))).isEqualTo(isMarked);
    }
  }
}
