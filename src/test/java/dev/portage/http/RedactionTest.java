package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Masker masker = new Masker(List.of(new Secret("the-configured-secret")));
  private final Redaction redaction = new Redaction(masker);

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "{'name': 'Ana', 'age': 3, 'ok': true, 'no': null} ¦ {'name': 'Ana', 'age': 3, 'ok': true, 'no': null}",
        "{'a': 'x the-configured-secret y'}   ¦ {'a': 'x [REDACTED] y'}",
        "{'list': ['the-configured-secret', 7]} ¦ {'list': ['[REDACTED]', 7]}",
        "{'the-configured-secret': 3}         ¦ {'the-configured-secret': 3}",
        "{'password': 'x', 'passwordAge': 3}  ¦ {'password': '[REDACTED]', 'passwordAge': 3}",
        "{'apiKey': 'x', 'api_key': 'y'}      ¦ {'apiKey': '[REDACTED]', 'api_key': '[REDACTED]'}",
        "{'X-API-Key': 'x'}                   ¦ {'X-API-Key': '[REDACTED]'}",
        "{'key': 'ENG-1', 'keyboard': 'qwertz'} ¦ {'key': 'ENG-1', 'keyboard': 'qwertz'}",
        "{'author': 'Ana'}                    ¦ {'author': 'Ana'}",
        "{'Authorization': 'Bearer x'}        ¦ {'Authorization': '[REDACTED]'}",
        "{'tokens': ['a', {'b': 'c', 'n': 1}]} ¦ {'tokens': ['[REDACTED]', {'b': '[REDACTED]', 'n': 1}]}",
        "{'secret': ''}                       ¦ {'secret': ''}",
        "'the-configured-secret'              ¦ '[REDACTED]'",
        "12.50                                ¦ 12.50"
      })
  void dataIsShownWithoutSecrets(String data, String shown) throws Exception {
    assertThat(redaction.json(json(data))).isEqualTo(json(shown));
  }

  @Test
  void theDataItselfStaysAsItIs() throws Exception {
    JsonNode data = json("{'a': {'token': 'x'}, 'b': ['the-configured-secret']}");
    JsonNode before = data.deepCopy();

    redaction.json(data);

    assertThat(data).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "see https://tom:pa55@example.com/x ¦ see https://[REDACTED]@example.com/x",
        "postgres://:pa55@db/x ¦ postgres://[REDACTED]@db/x",
        "GET /x?api_key=12345&a=b ¦ GET /x?api_key=[REDACTED]&a=b",
        "Authorization: Bearer abcdefghij0123456789xyz ¦ Authorization: Bearer [REDACTED]",
        "{\"client_secret\": \"abc\", \"a\": \"b\"} ¦ {\"client_secret\": \"[REDACTED]\", \"a\": \"b\"}",
        "key AKIAIOSFODNN7EXAMPLE here ¦ key [REDACTED] here",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-_ is ¦ [REDACTED] is",
        "x -----BEGIN RSA PRIVATE KEY-----MIIBOg+/==-----END RSA PRIVATE KEY----- y ¦ x [REDACTED] y",
        "a the-configured-secret b ¦ a [REDACTED] b"
      })
  void aTextIsShownWithoutSecrets(String text, String shown) {
    assertThat(redaction.text(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind /users: properties.token gave null for 3 of 5 items: .token",
        "OCEAN__INTEGRATION__CONFIG__API_TOKEN: is not set; expected a text",
        "Resync 0d1f4a52-97c1-4f5e-8a0b-6a2f4d1d7e11 begins",
        "https://api.example.com:8080/v1/users?page=2",
        "basic auth is used"
      })
  void whatIsNoSecretStays(String text) {
    assertThat(redaction.text(text)).isEqualTo(text);
  }

  @Test
  void aSecretThatBecomesKnownLaterIsHidden() {
    masker.add(List.of(new Secret("issued-later")));

    assertThat(redaction.text("an issued-later token")).isEqualTo("an [REDACTED] token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"token=", "a://b:", "\"token\":\"", "-----BEGIN ", "eyJ.", "basic "})
  @Timeout(20)
  void aLongTextTakesNotLong(String piece) {
    long begun = System.nanoTime();

    String shown = redaction.text(piece.repeat(20_000));

    assertThat(shown).isNotEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }

  private static JsonNode json(String text) throws Exception {
    return MAPPER.readTree(text.replace('\'', '"'));
  }
}
