package dev.portage.http;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Eight bytes that stand for the bytes of a body: two different checksums of them side by side, so
 * that two different bodies are taken for the same with a chance of 2^-64. It tells pages apart for
 * the sender of the pages, who could only harm his own listing by forging one; it proves nothing to
 * anybody else.
 *
 * <p>Every JVM computes both with an instruction of the processor, also before it has compiled
 * anything, so that a body is digested while it is read at almost no cost. For one thread.
 */
public final class BodyDigest {
  private final CRC32 one = new CRC32();
  private final CRC32C other = new CRC32C();

  /** Takes in the next bytes. */
  public void add(byte[] bytes, int offset, int length) {
    one.update(bytes, offset, length);
    other.update(bytes, offset, length);
  }

  /** Takes in the next byte. */
  public void add(int value) {
    one.update(value);
    other.update(value);
  }

  /** What stands for the bytes so far. */
  public long value() {
    return one.getValue() << 32 | other.getValue();
  }

  /** The digest of a text as UTF-8. */
  public static long of(String text) {
    BodyDigest digest = new BodyDigest();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.add(bytes, 0, bytes.length);
    return digest.value();
  }
}
