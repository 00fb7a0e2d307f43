package dev.portage.mapping;

import static dev.portage.mapping.Mappings.jq;
import static dev.portage.mapping.Mappings.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataPathTest {
  private static final DataPath WHOLE = new DataPath(null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[{'a':1},{'a':2}]           |              | [{'a':1},{'a':2}]",
        "[]                          |              | []",
        "{'a':1}                     |              | [{'a':1}]",
        "null                        |              | []",
        "[1,'x']                     |              | [1,'x']",
        "[{'a':1}]                   | .            | [{'a':1}]",
        "{'a':1}                     | ` . `        | [{'a':1}]",
        "{'items':[{'a':1}]}         | .items       | [{'a':1}]",
        "{'items':[]}                | .items       | []",
        "{'items':{'a':1}}           | .items       | [{'a':1}]",
        "{'items':'x'}               | .items       | ['x']",
        "{'items':[{'a':1},{'a':2}]} | .items[]     | [{'a':1}]",
        "{'a':1}                     | .items // [] | []",
      })
  void findsItems(String body, String path, String expected) {
    // Given
    DataPath dataPath = path == null ? WHOLE : new DataPath(jq(path));

    // When
    Items items = dataPath.items(json(body));

    // Then
    assertThat(items.items()).containsExactlyElementsOf(json(expected));
    assertThat(items.doubt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {".items", ".a.b", "empty"})
  void doubtsAnExpressionThatGivesNothing(String path) {
    // When
    Items items = new DataPath(jq(path)).items(json("{'error':'x'}"));

    // Then
    assertThat(items.items()).isEmpty();
    assertThat(items.doubt())
        .isEqualTo(
            "data_path %s gave null: this is what an error body looks like; ".formatted(path)
                + "write `%s // []` if the key may be missing".formatted(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "             | true",
        ".            | true",
        ".items       | true",
        ".data.items  | true",
        ".\"a-b\".c  | true",
        ".[\"a b\"]  | true",
        ".items[]     | false",
        ".items[0]    | false",
        ".items?      | false",
        ".items // [] | false",
        "[.items]     | false"
      })
  void isPlainWhenOnlyKeysLeadToTheItems(String path, boolean plain) {
    assertThat((path == null ? WHOLE : new DataPath(jq(path))).isPlain()).isEqualTo(plain);
  }

  @Test
  void takesNoContentForNoItemsWhateverThePath() {
    assertThat(WHOLE.items(json(""))).isEqualTo(Items.NONE);
    assertThat(new DataPath(jq(".items")).items(json(""))).isEqualTo(Items.NONE);
  }

  @ParameterizedTest
  @CsvSource({"'\"secret\"', a text", "5, a number", "true, a boolean"})
  void refusesAScalarAndShowsItsTypeOnly(String body, String type) {
    assertThatThrownBy(() -> WHOLE.items(json(body)))
        .isInstanceOf(BodyShapeException.class)
        .hasMessage("the body is " + type + "; expected a list or an object");
  }

  @Test
  void failsThePageWhenTheExpressionFails() {
    assertThatThrownBy(() -> new DataPath(jq(".items")).items(json("['secret-value']")))
        .isInstanceOf(BodyShapeException.class)
        .hasMessageStartingWith("data_path .items: fails on a list: ")
        .hasMessageNotContaining("secret-value");
  }
}
