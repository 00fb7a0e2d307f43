package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
  private static final ObjectMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"x\" | x",
        "true | true",
        "false | false",
        "null | ''",
        "4711 | 4711",
        "123456789012345678901234567890 | 123456789012345678901234567890",
        "1.25 | 1.25",
        "1E+5 | 100000",
        "-0.0001 | -0.0001",
        "[1,2] | [1,2]",
        "{\"a\":1} | '{\"a\":1}'",
      })
  void writesValues(String json, String expected) throws Exception {
    assertThat(JsonText.of(EXACT.readTree(json))).isEqualTo(expected);
  }

  @Test
  void doesNotWriteOutHostileExponents() throws Exception {
    assertThat(JsonText.of(EXACT.readTree("1E+1000000000"))).hasSizeLessThan(20);
  }

  @Test
  void writesDoublesAndMissingNodes() {
    assertThat(JsonText.of(DoubleNode.valueOf(1.5e7))).isEqualTo("15000000");
    assertThat(JsonText.of(DoubleNode.valueOf(Double.NaN))).isEqualTo("NaN");
    assertThat(JsonText.of(MissingNode.getInstance())).isEmpty();
  }
}
