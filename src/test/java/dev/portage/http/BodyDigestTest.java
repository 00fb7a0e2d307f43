package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyDigestTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100})
  void isTheSameHoweverTheBytesArrive(int length) {
    // Given
    byte[] bytes = "{\"items\":[1,2,3],\"name\":\"Zoë\"}".getBytes(StandardCharsets.UTF_8);
    BodyDigest digest = new BodyDigest();

    // When
    digest.add(bytes[0]);
    for (int at = 1; at < bytes.length; at += length) {
      digest.add(bytes, at, Math.min(length, bytes.length - at));
    }

    // Then
    assertThat(digest.value()).isEqualTo(BodyDigest.of("{\"items\":[1,2,3],\"name\":\"Zoë\"}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[1,2] | [2,1]", "[1] | [1,1]", "{'a':1} | {'a': 1}", "[] | ''", "aa | bb"})
  void tellsDifferentBodiesApart(String one, String other) {
    assertThat(BodyDigest.of(one)).isNotEqualTo(BodyDigest.of(other));
  }

  @Test
  void usesAllOfItsEightBytes() {
    long digest = BodyDigest.of("{\"items\":[]}");
    assertThat(digest >>> 32).isNotZero();
    assertThat(digest & 0xFFFFFFFFL).isNotZero();
  }
}
