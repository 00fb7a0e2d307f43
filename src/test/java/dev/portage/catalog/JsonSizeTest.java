package dev.portage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSizeTest {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "true",
        "false",
        "-9223372036854775808",
        "123456789012345678901234567890",
        "-0.00000000000000000000012345",
        "1e400",
        "{'identifier':'a','properties':{'n':1,'t':'x y','l':[1,null,{'d':false}]},'relations':{}}",
        "'Zoë, 日本語, 😀'",
        "'\\u0000\\u0001\\n\\t\\\\'"
      })
  void theQuickSizeIsAtLeastTheTrueOne(String text) throws JsonProcessingException {
    JsonNode value = MAPPER.readTree(text.replace('\'', '"'));
    assertThat(JsonSize.of(value)).isEqualTo(MAPPER.writeValueAsBytes(value).length);
    assertThat(JsonSize.atMost(value)).isGreaterThanOrEqualTo(JsonSize.of(value));
  }

  @Test
  void theQuickSizeOfWhatIsNoJsonIsTheTrueOne() {
    JsonNode bytes = JsonNodeFactory.instance.binaryNode(new byte[100]);
    assertThat(JsonSize.atMost(bytes)).isEqualTo(JsonSize.of(bytes));
  }
}
