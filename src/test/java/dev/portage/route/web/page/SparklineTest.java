package dev.portage.route.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.Html;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.PastPass;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

  private static PastPass lasted(long seconds, KindState result) {
    return new PastPass(Samples.NOW, Duration.ofSeconds(seconds), result, 1);
  }

  private static String drawn(List<PastPass> laps) {
    Html page = new Html();
    new Sparkline(laps).into(page);
    return page.toString();
  }

  @Test
  void nothingIsSaidInWords() {
    assertThat(drawn(List.of())).isEqualTo("<span class=\"quiet\">none yet</span>");
  }

  @Test
  void aBarIsAsHighAsTheRunWasLong() {
    // When
    String svg = drawn(List.of(lasted(10, KindState.COMPLETE), lasted(20, KindState.INCOMPLETE)));
    // Then
    assertThat(svg)
        .contains("<rect class=\"complete\" x=\"0\" y=\"13.0\" width=\"4\" height=\"11.0\"")
        .contains("<rect class=\"incomplete\" x=\"6\" y=\"2.0\" width=\"4\" height=\"22.0\"")
        .contains("aria-label=\"the last 2 runs: from 10.0 s to 20.0 s, the last 20.0 s\"");
  }

  @Test
  void runsThatTookNoTimeAreSeen() {
    assertThat(drawn(List.of(lasted(0, KindState.COMPLETE)))).contains("height=\"2.0\"");
  }

  @Test
  void onlyTheLastTwentyAreShown() {
    // When
    String svg = drawn(Collections.nCopies(25, lasted(1, KindState.COMPLETE)));
    // Then
    assertThat(svg.split("<rect", -1)).hasSize(21);
  }
}
