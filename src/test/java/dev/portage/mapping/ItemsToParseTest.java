package dev.portage.mapping;

import static dev.portage.mapping.Mappings.jq;
import static dev.portage.mapping.Mappings.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemsToParseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        ".m                       ~ {'n':1,'m':[5,6]}        ~ [{'n':1,'item':5},{'n':1,'item':6}]",
        ".m                       ~ {'n':1,'m':[]}           ~ []",
        ".m                       ~ {'n':1}                  ~ []",
        "empty                    ~ {'n':1}                  ~ []",
        ".d.m                     ~ {'d':{'m':[5],'k':1}}    ~ [{'d':{'k':1},'item':5}]",
        ".d.m | map(. + 1)      ~ {'d':{'m':[5],'k':1}}    ~ [{'d':{'k':1},'item':6}]",
        ".d[0]                    ~ {'d':[[5],[6]]}          ~ [{'d':[[6]],'item':5}]",
        ".[\"d x\"].m             ~ {'d x':{'m':[5]}}        ~ [{'d x':{},'item':5}]",
        "[.m[]]                   ~ {'m':[5]}                ~ [{'m':[5],'item':5}]",
        ".m // []                 ~ {'m':[5]}                ~ [{'m':[5],'item':5}]",
      })
  void makesAnItemOfEachElement(String program, String raw, String expected) {
    // Given
    ItemsToParse parse = new ItemsToParse(jq(program), "item", true);
    JsonNode item = json(raw);

    // When
    Items items = parse.items(item);

    // Then
    assertThat(items.items()).hasToString(json(expected).toString().replace(",{", ", {"));
    assertThat(items.doubt()).isNull();
    assertThat(item).as("is not changed").isEqualTo(json(raw));
  }

  @Test
  void keepsTheListWithoutTopLevelTransform() {
    // Given
    ItemsToParse parse = new ItemsToParse(jq(".m"), "element", false);

    // When
    Items items = parse.items(json("{'m':[5]}"));

    // Then
    assertThat(items.items()).containsExactly(json("{'m':[5],'element':5}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".m | {'m':'x'} | gives a text; expected a list",
        ".m | {'m':{}}  | gives an object; expected a list",
        ".m | [1]       | the item is a list; expected an object",
        ".m.k | {'m':[1]} | fails: ",
      })
  void doubtsWhatIsNoList(String program, String raw, String doubt) {
    // When
    Items items = new ItemsToParse(jq(program), "item", true).items(json(raw));

    // Then
    assertThat(items.items()).isEmpty();
    assertThat(items.doubt()).contains(doubt);
  }
}
