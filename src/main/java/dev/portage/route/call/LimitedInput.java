package dev.portage.route.call;

import dev.portage.http.BodyDigest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * An answer that ends: neither larger nor slower than a limit, however it drips. Digests what is
 * read of it.
 */
public final class LimitedInput extends FilterInputStream {
  private final long deadline;
  private final long maxBytes;
  private final BodyDigest digest = new BodyDigest();
  private long count;

  LimitedInput(InputStream in, Duration limit, long maxBytes) {
    super(in);
    this.deadline = System.nanoTime() + limit.toNanos();
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      digest.add(read);
      count(1);
    }
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      digest.add(buffer, offset, read);
      count(read);
    }
    return read;
  }

  /** What stands for the bytes that were read. */
  long digest() {
    return digest.value();
  }

  /** How many bytes were read so far, unpacked. */
  long bytes() {
    return count;
  }

  private void count(int read) throws IOException {
    count += read;
    if (count > maxBytes) {
      throw new AnswerTooLarge(maxBytes);
    }
    if (System.nanoTime() > deadline) {
      throw new SocketTimeoutException("the answer did not end in time");
    }
  }

  /** More bytes than fit into memory safely. */
  public static final class AnswerTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLarge(long maxBytes) {
      super("the answer is larger than " + maxBytes / (1024 * 1024) + " MiB");
    }
  }
}
