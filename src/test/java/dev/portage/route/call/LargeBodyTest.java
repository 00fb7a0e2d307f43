package dev.portage.route.call;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiResponse;
import dev.portage.http.BodyDigest;
import dev.portage.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of a large body is what is read of a small one. */
class LargeBodyTest {
  /** Longer than what stays text. */
  private static final String LONG =
      IntStream.range(0, 12_000)
          .mapToObj("{\"id\": %d, \"name\": \"Zoë \\n\", \"n\": 1.50}"::formatted)
          .collect(Collectors.joining(" , ", "[ ", " ]"));

  private static JsonNode tree(String text) throws IOException {
    return JsonBody.MAPPER.readTree(text);
  }

  private static List<JsonNode> elements(JsonNode list) {
    List<JsonNode> elements = new ArrayList<>();
    list.forEach(elements::add);
    return elements;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%s",
        "\uFEFF%s",
        "{\"items\": %s}",
        "{\"a\": 1.10, \"page\": {\"items\": %s, \"more\": true}, \"list\": [1, [2], {}], \"end\": null}",
        "{\"items\": 7, \"items\": %s}",
        "{\"items\": %s, \"items\": \"the last one counts\"}",
        " {\"one\": %s, \"other\": []} "
      })
  void isTheSameAsATree(String shape) throws IOException {
    String text = shape.formatted(LONG);
    JsonNode read = LargeBody.read(text.getBytes(UTF_8));
    assertThat(tree(JsonBody.MAPPER.writeValueAsString(read)))
        .isEqualTo(JsonBody.MAPPER.readTree(text.getBytes(UTF_8)));
  }

  @Test
  void aLongListIsReadElementByElement() throws IOException {
    // When
    JsonNode list = LargeBody.read(("{\"items\":" + LONG + "}").getBytes(UTF_8)).path("items");

    // Then
    assertThat(list).isInstanceOf(ListAsText.class);
    assertThat(list.isArray() && !list.isEmpty()).isTrue();
    assertThat(list.size()).isEqualTo(12_000);
    assertThat(list.get(11_999)).isEqualTo(tree(LONG).get(11_999));
    assertThat(list.get(0)).isNotSameAs(list.get(0));
    assertThat(list.path(12_000).isMissingNode()).isTrue();
    assertThat(list.get(-1)).isNull();
    assertThat(elements(list)).isEqualTo(elements(tree(LONG)));
  }

  @Test
  void aListOfTextsAndNumbersIsATree() throws IOException {
    String text =
        IntStream.range(0, 40_000)
            .mapToObj(i -> i % 2 == 0 ? "\"t" + i + "\"" : "-" + i + ".0")
            .collect(Collectors.joining(",\n", "[", "]"));
    assertThat(LargeBody.read(text.getBytes(UTF_8))).isEqualTo(tree(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%s,", "%s[]", "{\"items\": %s", "{\"items\": %s]", "{\"a\": x, \"b\": %s}"})
  void whatIsNoJsonIsRefusedAsAWhole(String shape) {
    byte[] bytes = shape.formatted(LONG).getBytes(UTF_8);
    assertThatThrownBy(() -> LargeBody.read(bytes)).isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void anotherEncodingBecomesATree() throws IOException {
    assertThat(LargeBody.read(LONG.getBytes(UTF_16))).isEqualTo(tree(LONG));
  }

  @Test
  void aLengthOfAChunkedAnswerDoesNotCount() throws IOException {
    String text = "[" + LONG + "," + LONG + "," + LONG + "]";
    byte[] bytes = text.getBytes(UTF_8);
    LimitedInput body =
        new LimitedInput(new ByteArrayInputStream(bytes), Duration.ofMinutes(5), bytes.length);
    Headers headers = Headers.of(Map.of("Content-Length", "5", "Transfer-Encoding", "chunked"));

    assertThat(JsonBody.listing(200, headers, body).body()).isInstanceOf(ListAsText.class);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "true, false", "false, true", "false, false"})
  void onlyALargeAnswerIsKeptAsText(boolean large, boolean saysItsLength) throws IOException {
    // Given
    String text = large ? "[" + LONG + "," + LONG + "," + LONG + "]" : LONG;
    byte[] bytes = text.getBytes(UTF_8);
    LimitedInput body =
        new LimitedInput(new ByteArrayInputStream(bytes), Duration.ofMinutes(5), bytes.length);

    Map<String, String> headers =
        saysItsLength ? Map.of("content-length", "" + bytes.length) : Map.of();

    // When
    ApiResponse answer = JsonBody.listing(200, Headers.of(headers), body);

    // Then
    assertThat(bytes.length > JsonBody.LARGE).isEqualTo(large);
    assertThat(answer.body() instanceof ListAsText).isEqualTo(large);
    assertThat(elements(answer.body())).isEqualTo(elements(tree(text)));
    assertThat(answer.digest()).isEqualTo(BodyDigest.of(text));
  }
}
