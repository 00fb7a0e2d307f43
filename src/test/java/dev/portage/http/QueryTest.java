package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1&b=2",
        "cursor=eyJ4IjoxfQ==",
        "page[size]=2&page%5Bnumber%5D=3",
        "a=1&&b=&c",
        "q=a+b%20c",
        "a=1&",
        "t=2026-01-01T00:00:00%2B01:00",
        "a=b=c"
      })
  void keepsAQueryToTheLetter(String text) {
    assertThat(Query.parse(text)).hasToString(text);
  }

  @Test
  void encodesOnlyWhatWouldBreakTheAddress() {
    assertThat(Query.parse("q=a b&r=\"é\"")).hasToString("q=a%20b&r=%22%C3%A9%22");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"active\":\"true\",\"q\":\"a b&c=d\"} | active=true&q=a%20b%26c%3Dd",
        "{\"limit\":5,\"deep\":true,\"flat\":false} | limit=5&deep=true&flat=false",
        "{\"tag\":[\"x\",\"y\",3]} | tag=x&tag=y&tag=3",
        "{\"none\":null,\"list\":[]} | none=",
        "{\"page[size]\":2} | page%5Bsize%5D=2",
        "{\"n\":12345678901234567890,\"f\":1.25,\"e\":1E+3} | n=12345678901234567890&f=1.25&e=1000",
        "{\"filter\":{\"a\":1}} | filter=%7B%22a%22%3A1%7D",
      })
  void readsParametersFromJson(String object, String expected) throws Exception {
    assertThat(Query.of(JSON.readTree(object))).hasToString(expected);
  }

  @Test
  void aLaterQueryReplacesParametersOfTheSameNameHoweverTheyAreEncoded() {
    Query first = Query.parse("page%5Bsize%5D=1&a=1&a=2&b=3");
    Query later = Query.EMPTY.and("page[size]", "2").and("a", "9");
    assertThat(first.overriddenBy(later)).hasToString("b=3&page%5Bsize%5D=2&a=9");
  }

  @Test
  void withReplacesAndLeavesOne() {
    assertThat(Query.parse("a=1&a=2&b=3").with("a", "x y")).hasToString("b=3&a=x%20y");
  }

  @Test
  void readsAParameterDecoded() {
    Query query = Query.parse("a=x%20y+z&b&a=2&c=%zz");
    assertThat(query.first("a")).contains("x y z");
    assertThat(query.first("b")).contains("");
    assertThat(query.first("c")).contains("%zz");
    assertThat(query.first("d")).isEmpty();
  }

  @Test
  void anEmptyTextHasNoParameters() {
    assertThat(Query.parse("").isEmpty()).isTrue();
  }

  @Test
  void aCursorComesBackToTheLetterOnceDecoded() {
    String cursor = "c3RhcnRlZDo+/w==";
    Query sent = Query.EMPTY.with("page[cursor]", cursor);
    assertThat(Query.parse(sent.toString()).first("page[cursor]")).contains(cursor);
  }
}
