package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskerTest {

  private static Masker masking(String... secrets) {
    return new Masker(Stream.of(secrets).map(Secret::new).toList());
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "tok-1 | error: tok-1 and tok-1 | error: *** and ***",
        "p@ss w/rd | raw p@ss w/rd. | raw ***.",
        "p@ss w/rd | form p%40ss+w%2Frd | form ***",
        "p@ss w/rd | path p%40ss%20w%2Frd | path ***",
        "p@ss w/rd | lower p%40ss%20w%2frd | lower ***",
        "p@ss w/rd | legal p@ss%20w/rd | legal ***",
        "a\"b\\c | {\"x\":\"a\\\"b\\\\c\"} | {\"x\":\"***\"}",
        "abc/def= | {\"x\":\"abc\\/def=\"} | {\"x\":\"***\"}",
        "in | in the inn, in: x | *** the inn, ***: x",
        "x | x marks x | x marks x",
      })
  void hidesEveryForm(String secret, String text, String expected) {
    assertThat(masking(secret).mask(text)).isEqualTo(expected);
  }

  @Test
  void hidesTheLongerOfTwoThatOverlap() {
    assertThat(masking("secret", "secret-key").mask("secret-key secret")).isEqualTo("*** ***");
  }

  @Test
  void leavesTextAloneWithoutSecrets() {
    assertThat(masking("", "  ").mask("as it is")).isEqualTo("as it is");
  }

  @Test
  void grows() {
    Masker masker = new Masker();
    masker.hide(List.of(new Secret("first")));
    masker.add(List.of(new Secret("second")));
    assertThat(masker.mask("first second third")).isEqualTo("*** *** third");
  }

  @Test
  void forgetsOldLoginsButNeverTheConfiguredSecrets() {
    Masker masker = masking("configured");
    IntStream.range(0, 300).forEach(i -> masker.add(List.of(new Secret("token-" + (1000 + i)))));
    assertThat(masker.mask("configured token-1000 token-1299")).isEqualTo("*** token-1000 ***");
  }

  @Test
  void canGrowInOneThreadWhileOthersMask() throws Exception {
    Masker masker = masking("configured");
    CountDownLatch go = new CountDownLatch(1);
    Thread adding =
        new Thread(
            () -> {
              go.countDown();
              IntStream.range(0, 100).forEach(i -> masker.add(List.of(new Secret("tok-" + i))));
            });
    adding.start();
    go.await();
    for (int i = 0; i < 1000; i++) {
      assertThat(masker.mask("a configured text")).isEqualTo("a *** text");
    }
    adding.join();
    assertThat(masker.mask("tok-99")).isEqualTo("***");
  }
}
