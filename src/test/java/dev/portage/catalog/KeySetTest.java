package dev.portage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeySetTest {
  private static EntityKey key(int i) {
    return new EntityKey("blueprint" + i % 3, "identifier-" + i);
  }

  @Test
  void holdsWhatWasAdded() {
    // Given
    KeySet keys = new KeySet();

    // When
    for (int i = 0; i < 200_000; i++) {
      assertThat(keys.add(key(i))).isTrue();
    }

    // Then
    assertThat(keys.size()).isEqualTo(200_000);
    for (int i = 0; i < 200_000; i++) {
      assertThat(keys.contains(key(i))).isTrue();
      assertThat(keys.contains(key(200_000 + i))).isFalse();
    }
    assertThat(keys.add(key(7))).isFalse();
  }

  @Test
  void tellsTheSamePartsInAnotherPlaceApart() {
    // Given
    KeySet keys = new KeySet();
    keys.add("ab", "c");

    // Then
    assertThat(keys.contains("a", "bc")).isFalse();
    assertThat(keys.contains("c", "ab")).isFalse();
    assertThat(keys.contains("ab", "c")).isTrue();
  }

  @Test
  void marksKeys() {
    // Given
    KeySet keys = new KeySet();
    for (int i = 0; i < 10_000; i++) {
      keys.add(key(i));
      if (i % 2 == 0) {
        keys.mark(key(i));
      }
    }
    keys.mark(key(-1));

    // Then
    for (int i = 0; i < 10_000; i++) {
      assertThat(keys.isMarked(key(i))).isEqualTo(i % 2 == 0);
    }
    assertThat(keys.contains(key(-1))).isTrue();
    assertThat(keys.isMarked(key(-2))).isFalse();
    assertThat(keys.size()).isEqualTo(10_001);
  }
}
