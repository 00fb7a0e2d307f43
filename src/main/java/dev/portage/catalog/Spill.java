package dev.portage.catalog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a set of keys goes when it is too large for the heap: into temporary files that are mapped
 * into memory, have no name any more once they are open, and are gone with the process. Where no
 * file can be written the set stays in the heap. Safe to share between threads and sets.
 */
public final class Spill {
  private static final Logger LOG = LoggerFactory.getLogger(Spill.class);
  private static final int BLOCK = 64 * 1024;

  private final @Nullable Path directory;
  private final long heapBytes;
  private final AtomicBoolean impossible = new AtomicBoolean();

  private Spill(@Nullable Path directory, long heapBytes) {
    this.directory = directory;
    this.heapBytes = heapBytes;
  }

  /** Into the folder for temporary files, when a set needs more than a sixth of the heap. */
  public static Spill byDefault() {
    return beyond(6);
  }

  /**
   * Into the folder for temporary files, when a set needs more than a part of the heap.
   *
   * @param part 6 for a sixth; at least 1
   */
  public static Spill beyond(int part) {
    Path directory = Path.of(System.getProperty("java.io.tmpdir"));
    return to(directory, Runtime.getRuntime().maxMemory() / part);
  }

  /** Never. */
  public static Spill never() {
    return new Spill(null, Long.MAX_VALUE);
  }

  /**
   * Into a folder.
   *
   * @param heapBytes what a set may need of the heap, about
   */
  public static Spill to(Path directory, long heapBytes) {
    return new Spill(directory, heapBytes);
  }

  /**
   * Room for numbers, all of them 0.
   *
   * @param length how many
   * @param share of the set that they are, 1 to many: a set of 64 parts asks for each with 64
   */
  LongBuffer allocate(int length, int share) {
    boolean large = (long) length * Long.BYTES * share > heapBytes;
    if (large && directory != null && !impossible.get()) {
      try {
        return map(directory, length);
      } catch (IOException e) {
        if (!impossible.getAndSet(true)) {
          LOG.warn(
              "{}: no file of {} bytes can be written ({}); keys stay in memory, which they may fill",
              directory,
              (long) length * Long.BYTES,
              e.toString());
        }
      }
    }
    return LongBuffer.allocate(length);
  }

  private static LongBuffer map(Path directory, int length) throws IOException {
    Path file = Files.createTempFile(directory, "portage-keys-", "");
    long bytes = (long) length * Long.BYTES;
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE)) {
      // Written, not only made as long: a full disk is told here, and not by a crash later on.
      ByteBuffer block = ByteBuffer.allocate(BLOCK);
      for (long at = 0; at < bytes; ) {
        block.clear().limit((int) Math.min(BLOCK, bytes - at));
        at += channel.write(block, at);
      }
      return channel.map(MapMode.READ_WRITE, 0, bytes).asLongBuffer();
    }
  }
}
