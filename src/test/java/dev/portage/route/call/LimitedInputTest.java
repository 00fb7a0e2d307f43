package dev.portage.route.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.http.BodyDigest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer ends, however large or slow it is. */
class LimitedInputTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Test
  void anAnswerWithinItsLimitsIsReadWhole() throws IOException {
    byte[] content = new byte[1000];
    InputStream in = new LimitedInput(new ByteArrayInputStream(content), LONG, 1000);
    assertThat(in.readAllBytes()).hasSize(1000);
  }

  @Test
  void whatIsReadIsDigested() throws IOException {
    byte[] content = "[1,2,3]".getBytes(StandardCharsets.UTF_8);
    LimitedInput in = new LimitedInput(new ByteArrayInputStream(content), LONG, 1000);
    assertThat(in.read()).isEqualTo('[');
    assertThat(in.readAllBytes()).hasSize(6);
    assertThat(in.digest()).isEqualTo(BodyDigest.of("[1,2,3]"));
  }

  @Test
  void aByteTooManyEndsIt() {
    InputStream in = new LimitedInput(new ByteArrayInputStream(new byte[1001]), LONG, 1000);
    assertThatThrownBy(in::readAllBytes).isInstanceOf(LimitedInput.AnswerTooLarge.class);
  }

  @Test
  void aByteTooManyEndsItReadOneByOne() throws IOException {
    InputStream in = new LimitedInput(new ByteArrayInputStream(new byte[2]), LONG, 1);
    assertThat(in.read()).isZero();
    assertThatThrownBy(in::read).isInstanceOf(LimitedInput.AnswerTooLarge.class);
  }

  @Test
  void theEndCountsNothing() throws IOException {
    InputStream in = new LimitedInput(new ByteArrayInputStream(new byte[0]), Duration.ZERO, 0);
    assertThat(in.read()).isEqualTo(-1);
    assertThat(in.read(new byte[10], 0, 10)).isEqualTo(-1);
  }

  @Test
  @Timeout(20)
  void anAnswerThatDripsForEverEnds() {
    AtomicLong dripped = new AtomicLong();
    InputStream drips =
        new InputStream() {
          @Override
          public int read() {
            dripped.incrementAndGet();
            return ' ';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            buffer[offset] = (byte) read();
            return 1;
          }
        };
    InputStream in = new LimitedInput(drips, Duration.ofMillis(20), Long.MAX_VALUE);

    assertThatThrownBy(() -> in.transferTo(OutputStream.nullOutputStream()))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("the answer did not end in time");
    assertThat(dripped).hasPositiveValue();
  }
}
