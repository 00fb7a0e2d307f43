package dev.portage.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.http.Masker;
import dev.portage.route.watch.ProcessIdentity;
import dev.portage.route.watch.Watch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** What becomes of standard error while progress is shown, and afterwards. */
@Isolated
class LiveProgressTest {
  private final PrintStream before = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final Watch watch =
      new Watch(
          new ProcessIdentity(
              "1.0.0", "i", "https://a.example", "https://b.example", "once", "", Instant.EPOCH),
          new Masker(List.of()));

  @BeforeEach
  void replace() {
    System.setErr(terminal);
  }

  @AfterEach
  void restore() {
    System.setErr(before);
  }

  private String seen() {
    return written.toString(StandardCharsets.UTF_8);
  }

  @Test
  void progressIsDrawnBelowWhatIsWritten() throws Exception {
    // Given
    Drawing drawing =
        new Drawing(
            watch, Map.of("TERM", "xterm", "NO_COLOR", "1"), Optional.of(new int[] {24, 80}));
    // When
    drawing.start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!seen().contains("Waiting for Port") && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    System.err.println("a line of the log");
    drawing.close();
    System.err.println("after the end");
    // Then
    assertThat(seen())
        .containsSubsequence(
            "\u001b[?25l", "Waiting for Port", "a line of the log", "\u001b[?25h", "after the end");
    assertThat(System.err).isSameAs(terminal);
  }

  @Test
  void whereNothingMayBeShownNothingIsChanged() throws Exception {
    // When
    PrintStream during = LiveProgress.during(ProgressMode.NEVER, true, watch, () -> System.err);
    // Then
    assertThat(during).isSameAs(terminal);
    assertThat(seen()).isEmpty();
  }

  @Test
  void aFailureOfTheTaskGivesTheTerminalBack() {
    // When, Then
    assertThatThrownBy(
            () ->
                LiveProgress.during(
                    ProgressMode.ALWAYS,
                    false,
                    watch,
                    () -> {
                      assertThat(System.err).isNotSameAs(terminal);
                      throw new IOException("no way");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("no way");
    assertThat(System.err).isSameAs(terminal);
  }
}
