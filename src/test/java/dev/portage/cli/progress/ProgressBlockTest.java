package dev.portage.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.cli.demo.Palette;
import dev.portage.reconcile.KindCounts;
import dev.portage.route.watch.CallCounts;
import dev.portage.route.watch.KindDeletion;
import dev.portage.route.watch.KindIdentity;
import dev.portage.route.watch.KindPass;
import dev.portage.route.watch.KindState;
import dev.portage.route.watch.KindStatus;
import dev.portage.route.watch.PortContact;
import dev.portage.route.watch.ProcessIdentity;
import dev.portage.route.watch.ProcessStatus;
import dev.portage.route.watch.RunPhase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressBlockTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Palette PLAIN = new Palette(false);

  private static KindStatus kind(String name, KindState state, long read, long missing) {
    boolean begun = state != KindState.PENDING && state != KindState.WAITING;
    boolean over = begun && state != KindState.RUNNING;
    KindCounts counts =
        new KindCounts(1, 1, read, 0, 0, 0, read, read / 2, read / 4, 0, missing, 0, 0);
    KindPass pass =
        new KindPass(
            begun ? NOW.minusMillis(12_345) : null,
            over ? NOW.minusMillis(2_000) : null,
            counts,
            new CallCounts(Map.of(), 0, Map.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new KindStatus(
        new KindIdentity("a", 0, name, "b", "GET", name, name),
        state,
        pass,
        counts,
        pass.calls(),
        0,
        List.of(),
        List.of(),
        KindDeletion.NONE,
        null,
        null);
  }

  private static ProcessStatus process(@Nullable Instant start, boolean ready) {
    return new ProcessStatus(
        new ProcessIdentity(
            "1.0.0", "i", "https://a.example", "https://b.example", "once", "", NOW),
        "",
        start == null ? RunPhase.IDLE : RunPhase.READING,
        "r",
        start,
        null,
        null,
        Map.of(),
        new KindCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        0,
        "",
        List.of(),
        new PortContact(ready, null, null),
        null);
  }

  private static List<String> block(Screen screen, KindStatus... kinds) {
    return new ProgressBlock(process(NOW.minusSeconds(14), true), List.of(kinds), NOW)
        .lines(screen);
  }

  private static final KindStatus[] SOME = {
    kind("/api/v1/teams", KindState.COMPLETE, 9_000, 0),
    kind("/api/v1/teams/{team}/members?expand=everything", KindState.RUNNING, 1_234_567, 0),
    kind("\u6f22\u5b57/\u0041", KindState.INCOMPLETE, 12, 3),
    kind("/api/v1/deployments", KindState.PENDING, 0, 0),
  };

  @Test
  void inEightyColumnsTheCountsFit() {
    assertThat(block(new Screen(80, 24, PLAIN, true), SOME))
        .containsExactly(
            "Resync, 14.0 s: reading, 2 of 4 kinds done",
            "  \u2713 /api/v1/teams            9,000 read    2,250 written                 10.3 s",
            "  \u280b /api/v1/teams/{tea\u2026  1,234,567 read  308,641 written                "
                + " 12.3 s",
            "  ! \u6f22\u5b57/A                      12 read        3 written  3 not written  10.3"
                + " s",
            "  \u00b7 /api/v1/deployments         pending");
  }

  @Test
  void inFortyColumnsTheNameAndWhatWasReadFit() {
    assertThat(block(new Screen(40, 24, PLAIN, true), SOME))
        .containsExactly(
            "Resync, 14.0 s: reading, 2 of 4 kinds \u2026",
            "  \u2713 /api/v1/teams            9,000 read",
            "  \u280b /api/v1/teams/{tea\u2026  1,234,567 read",
            "  ! \u6f22\u5b57/A                      12 read",
            "  \u00b7 /api/v1/deployments         pending");
  }

  @Test
  void inTwoHundredColumnsThereIsRoomForAll() {
    assertThat(block(new Screen(200, 24, PLAIN, false), SOME).subList(1, 3))
        .containsExactly(
            "  + /api/v1/teams                                       9,000 read    4,500 unchanged "
                + "   2,250 written                 10.3 s",
            "  | /api/v1/teams/{team}/members?expand=everything  1,234,567 read  617,283 unchanged "
                + " 308,641 written                 12.3 s");
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 21, 30, 39, 40, 41, 60, 79, 80, 100, 120, 200, 500})
  void noLineIsWiderThanTheScreen(int columns) {
    // When
    List<String> lines = block(new Screen(columns, 24, PLAIN, true), SOME);
    // Then
    assertThat(lines)
        .hasSize(5)
        .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThan(columns));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 10, 24, 200})
  void thereAreNotMoreLinesThanTheScreenHas(int rows) {
    // Given
    KindStatus[] many = new KindStatus[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = kind("/kind/" + i, i == 77 ? KindState.RUNNING : KindState.COMPLETE, i, 0);
    }
    // When
    List<String> lines = block(new Screen(80, rows, PLAIN, true), many);
    // Then
    assertThat(lines).hasSizeLessThan(rows);
    assertThat(lines).anyMatch(line -> line.contains("/kind/77"));
    assertThat(lines.get(lines.size() - 1)).startsWith("  \u2026 and ").endsWith(" complete");
  }

  @Test
  void whatRunsAndWhatWentWrongIsShownFirst() {
    // Given
    List<KindStatus> kinds = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      kinds.add(kind("/fine/" + i, KindState.COMPLETE, 1, 0));
    }
    kinds.add(kind("/wrong", KindState.INCOMPLETE, 1, 0));
    kinds.add(kind("/runs", KindState.RUNNING, 1, 0));
    kinds.add(kind("/waits", KindState.PENDING, 1, 0));
    // When
    List<String> lines = block(new Screen(80, 6, PLAIN, true), kinds.toArray(KindStatus[]::new));
    // Then
    assertThat(lines.get(1)).contains("/fine/0");
    assertThat(lines.get(2)).contains("/wrong");
    assertThat(lines.get(3)).contains("/runs");
    assertThat(lines.get(4)).isEqualTo("  \u2026 and 1 pending, 9 complete");
  }

  @Test
  void beforeARunItSaysWhatItWaitsFor() {
    // Given
    Screen screen = new Screen(80, 24, PLAIN, true);
    // When, Then
    assertThat(new ProgressBlock(process(null, false), List.of(), NOW).lines(screen))
        .containsExactly("Waiting for Port");
    assertThat(new ProgressBlock(process(null, true), List.of(), NOW).lines(screen))
        .containsExactly("Resync is about to begin");
  }

  @Test
  void coloursTakeNoRoom() {
    // When
    List<String> plain = block(new Screen(60, 24, PLAIN, true), SOME);
    List<String> coloured = block(new Screen(60, 24, new Palette(true), true), SOME);
    // Then
    assertThat(coloured).anyMatch(line -> line.contains("\u001b[32m"));
    assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[\\d+m", "")))
        .isEqualTo(plain);
  }

  @Test
  void aNameDoesNotSteerTheTerminal() {
    assertThat(
            block(new Screen(80, 24, PLAIN, true), kind("a\u001b[2J\nb", KindState.RUNNING, 1, 0)))
        .hasSize(2)
        .noneMatch(line -> line.contains("\u001b") || line.contains("\n"));
  }
}
