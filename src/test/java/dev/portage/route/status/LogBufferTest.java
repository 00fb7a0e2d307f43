package dev.portage.route.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.sink.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;

class LogBufferTest {
  private static final Instant START = Instant.parse("2026-08-20T10:00:00Z");

  private final LogBuffer buffer = new LogBuffer(250, START);

  private void add(int from, int to) {
    IntStream.range(from, to)
        .forEach(n -> buffer.add(START.plusSeconds(1), "INFO", "line " + n, Map.of()));
  }

  private static List<String> messages(List<LogRecord> batch) {
    return batch.stream().map(LogRecord::message).toList();
  }

  @ParameterizedTest
  @CsvSource({
    // lines, seconds since the last batch, how many are due
    "0,   0,   0",
    "0,   60,  0",
    "1,   4,   0",
    "1,   5,   1",
    "99,  4,   0",
    "99,  5,   99",
    "100, 0,   100",
    "150, 0,   100",
    "150, 5,   100"
  })
  void aHundredLinesAreDueAtOnceAndFewerAfterFiveSeconds(int lines, int seconds, int due) {
    add(0, lines);

    assertThat(buffer.take(START.plusSeconds(seconds))).hasSize(due);
  }

  @Test
  void linesComeInTheirOrder() {
    add(0, 150);

    assertThat(messages(buffer.take(START))).startsWith("line 0", "line 1").endsWith("line 99");
    assertThat(buffer.take(START)).isEmpty();
    assertThat(messages(buffer.take(START.plusSeconds(5)))).startsWith("line 100").hasSize(50);
  }

  @Test
  void aFullBufferLosesTheOldestAndSaysSo() {
    // Given 250 places
    add(0, 257);

    // When
    List<LogRecord> batch = buffer.take(START);

    // Then
    assertThat(messages(batch))
        .startsWith("7 lines of the log before this one were lost", "line 7");
    assertThat(batch.get(0).level()).isEqualTo("WARNING");
    assertThat(batch).hasSize(100);
    assertThat(messages(buffer.take(START))).startsWith("line 106");
  }

  @Test
  void whatDidNotArriveIsSaidInTheNextBatch() {
    add(0, 1);
    buffer.lost(40);

    assertThat(messages(buffer.take(START.plusSeconds(5))))
        .containsExactly("40 lines of the log before this one were lost", "line 0");
    add(1, 2);
    assertThat(messages(buffer.take(START.plusSeconds(10)))).containsExactly("line 1");
  }

  @Test
  void atTheEndNothingWaits() {
    add(0, 3);

    buffer.flush();

    assertThat(buffer.take(START)).hasSize(3);
    add(3, 4);
    assertThat(buffer.take(START)).hasSize(1);
  }

  @Test
  void whatIsAboutShippingIsNotShipped() {
    LogBuffer.keepOut();
    try {
      buffer.add(START, "INFO", "a call", MDC.getCopyOfContextMap());
    } finally {
      MDC.clear();
    }

    buffer.flush();
    assertThat(buffer.take(START)).isEmpty();
  }

  @Test
  void aLongLineIsCutOff() {
    buffer.add(START, "INFO", "x".repeat(100_000), Map.of());
    buffer.flush();

    assertThat(messages(buffer.take(START)).get(0)).hasSize(32 * 1024 + 1).endsWith("…");
  }

  @Test
  void aBatchOfLongLinesIsShorter() {
    IntStream.range(0, 50).forEach(n -> buffer.add(START, "INFO", "x".repeat(30_000), Map.of()));
    buffer.flush();

    assertThat(buffer.take(START)).hasSize(9);
  }

  @Test
  void aClosedBufferTakesNothing() {
    add(0, 5);
    buffer.close();
    add(5, 10);
    buffer.flush();

    assertThat(buffer.take(START)).isEmpty();
    assertThat(LogBuffer.off().isDue(Instant.MAX)).isFalse();
  }
}
