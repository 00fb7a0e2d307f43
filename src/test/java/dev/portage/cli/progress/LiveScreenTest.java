package dev.portage.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream terminal = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final LiveScreen screen = new LiveScreen(terminal, StandardCharsets.UTF_8);
  private final PrintStream log = new PrintStream(screen, true, StandardCharsets.UTF_8);

  /** What a terminal shows after all that was written to it. */
  private List<String> shown() {
    List<String> rows = new ArrayList<>(List.of(""));
    int row = 0;
    String text = written.toString(StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        row++;
        if (row == rows.size()) {
          rows.add("");
        }
      } else if (c == '\u001b') {
        int end = i + 2;
        while (!Character.isLetter(text.charAt(end))) {
          end++;
        }
        String number = text.substring(i + 2, end);
        switch (text.charAt(end)) {
          case 'A' -> row -= Integer.parseInt(number);
          case 'J' -> {
            rows.subList(row + 1, rows.size()).clear();
            rows.set(row, "");
          }
          default -> assertThat(number + text.charAt(end)).isIn("K", "?25l", "?25h");
        }
        i = end;
      } else if (c == '\r') {
        // The one who draws writes whole lines after that.
        String after = text.substring(i + 1);
        if (!after.startsWith("\u001b") && !after.isEmpty()) {
          rows.set(row, "");
        }
      } else {
        rows.set(row, rows.get(row) + c);
      }
    }
    return rows;
  }

  @Test
  void linesTakeThePlaceOfThoseBefore() {
    // When
    screen.draw(List.of("one", "two"));
    screen.draw(List.of("three"));
    // Then
    assertThat(shown()).containsExactly("three", "");
  }

  @Test
  void whatIsLoggedStandsAbove() {
    // When
    screen.draw(List.of("reading"));
    log.println("a line");
    log.print("an unfinished ");
    log.println("one");
    screen.draw(List.of("done"));
    // Then
    assertThat(shown()).containsExactly("a line", "an unfinished one", "done", "");
  }

  @Test
  void theSameLinesAreNotDrawnTwice() {
    // Given
    screen.draw(List.of("reading"));
    int before = written.size();
    // When
    screen.draw(List.of("reading"));
    // Then
    assertThat(written.size()).isEqualTo(before);
  }

  @Test
  void inTheEndNothingIsLeftButTheLog() {
    // When
    screen.draw(List.of("reading", "more"));
    log.println("a line");
    log.print("the last words");
    screen.close();
    screen.close();
    screen.draw(List.of("never"));
    log.println(" go through");
    // Then
    assertThat(shown()).containsExactly("a line", "the last words go through", "");
    assertThat(written.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("\u001b[?25l")
        .containsOnlyOnce("\u001b[?25h");
  }

  @Test
  void whereNothingWasDrawnTheCursorIsLeftAlone() {
    // When
    log.println("a line");
    screen.close();
    // Then
    assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain("?25");
  }
}
