package dev.portage.route.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BacklogTest {

  /** Small letters may be dropped first. */
  @ParameterizedTest
  @CsvSource({
    "abc,    abc, ''",
    "abcd,   bcd, a",
    "AbcD,   AcD, b",
    "ABcD,   ABD, c",
    "ABCD,   BCD, A",
    "aBcDEF, DEF, acB",
    "ABCd,   BCd, A"
  })
  void whatSaysNothingLastingGoesFirst(String arriving, String left, String gone) {
    List<String> dropped = new ArrayList<>();
    Backlog<String> backlog =
        new Backlog<>(3, text -> Character.isLowerCase(text.charAt(0)), dropped::add);

    arriving.chars().forEach(letter -> backlog.add(Character.toString(letter)));

    assertThat(String.join("", backlog)).isEqualTo(left);
    assertThat(String.join("", dropped)).isEqualTo(gone);
  }

  @Test
  void nothingIsLostUncountedWhenManyAddAndOneTakes() throws Exception {
    AtomicInteger dropped = new AtomicInteger();
    Backlog<Integer> backlog = new Backlog<>(5, n -> n % 2 == 0, n -> dropped.incrementAndGet());
    List<Thread> adding = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int n = 0; n < 2000; n++) {
                  backlog.add(n);
                }
              });
      adding.add(thread);
      thread.start();
    }

    int taken = 0;
    while (adding.stream().anyMatch(Thread::isAlive) || !backlog.isEmpty()) {
      taken += backlog.poll() == null ? 0 : 1;
    }

    assertThat(taken + dropped.get()).isEqualTo(8000);
  }
}
