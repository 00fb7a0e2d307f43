package dev.portage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillTest {
  @TempDir Path directory;

  @Test
  void onlyWhatIsLargeGoesToDisk() {
    // Given
    Spill spill = Spill.to(directory, 64 * 1024);

    // When
    LongBuffer small = spill.allocate(8 * 1024, 1);
    LongBuffer large = spill.allocate(8 * 1024 + 2, 1);
    LongBuffer partOfALargeSet = spill.allocate(1024, 64);

    // Then
    assertThat(small.isDirect()).isFalse();
    assertThat(large.isDirect()).isTrue();
    assertThat(partOfALargeSet.isDirect()).isTrue();
    assertThat(large.capacity()).isEqualTo(8 * 1024 + 2);
    assertThat(large.get(8 * 1024 + 1)).isZero();
  }

  @Test
  void aLargeSetStaysWholeAndLeavesNoFileBehind() throws IOException {
    // Given
    KeySet keys = new KeySet(Spill.to(directory, 100_000));

    // When
    for (int i = 0; i < 300_000; i++) {
      keys.add("blueprint", "identifier-" + i);
    }

    // Then
    assertThat(keys.size()).isEqualTo(300_000);
    for (int i = 0; i < 300_000; i++) {
      assertThat(keys.contains("blueprint", "identifier-" + i)).isTrue();
    }
    assertThat(keys.contains("blueprint", "identifier-300000")).isFalse();
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aFolderThatIsNotThereKeepsKeysInTheHeap() {
    // Given
    Spill spill = Spill.to(directory.resolve("missing"), 0);
    KeySet keys = new KeySet(spill);

    // When
    for (int i = 0; i < 10_000; i++) {
      keys.add("blueprint", "identifier-" + i);
    }

    // Then
    assertThat(keys.size()).isEqualTo(10_000);
    assertThat(spill.allocate(1_000_000, 1).isDirect()).isFalse();
  }
}
