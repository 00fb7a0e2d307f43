package dev.portage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentHashTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode read(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "5 | 5.0 | true",
        "5 | 5.00e0 | true",
        "0 | -0.0 | true",
        "100 | 1e2 | true",
        "9007199254740993 | 9007199254740992 | false",
        "0.1 | 0.10 | true",
        "0.1 | 0.2 | false",
        "123456789012345678901234567890 | 1.2345678901234567890123456789e29 | false",
        "5 | '5' | false",
        "null | '' | false",
        "null | [] | false",
        "[] | {} | false",
        "[[]] | [] | false",
        "[1, 2] | [2, 1] | false",
        "[[1], 2] | [1, [2]] | false",
        "{'a': 1, 'b': 2} | {'b': 2.0, 'a': 1} | true",
        "{'a': 1, 'b': 2} | {'a': 2, 'b': 1} | false",
        "{'a': null} | {} | false",
        "{'a': {'b': 1}} | {'a': 1, 'b': 1} | false",
        "true | 'true' | false",
        "true | false | false",
      })
  void theSameToPortIsTheSame(String one, String other, boolean same)
      throws JsonProcessingException {
    assertThat(ContentHash.of(read(one)).equals(ContentHash.of(read(other)))).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'relations': {'r': 'a'} | 'relations': {'r': ['a']} | true",
        "'relations': {'r': ['a', 'b']} | 'relations': {'r': ['b', 'a']} | true",
        "'relations': {'r': ['a', 'a']} | 'relations': {'r': ['a']} | false",
        "'relations': {'r': 'a'} | 'relations': {'s': 'a'} | false",
        "'relations': {'r': null} | 'relations': {} | false",
        "'team': ['a', 'b'] | 'team': ['b', 'a'] | true",
        "'team': 'a' | 'team': ['a'] | true",
        "'properties': {'r': ['a', 'b']} | 'properties': {'r': ['b', 'a']} | false",
        "'title': 'a' | 'icon': 'a' | false",
        "'title': 'a', 'icon': 'b' | 'icon': 'b', 'title': 'a' | true",
      })
  void relationsAndTeamsAreSets(String one, String other, boolean same)
      throws JsonProcessingException {
    assertThat(ofEntity(one).equals(ofEntity(other))).isEqualTo(same);
  }

  private static Fingerprint ofEntity(String fields) throws JsonProcessingException {
    String text = "{'identifier': 'i', 'blueprint': 'b', %s}".formatted(fields);
    return new Entity("b", (ObjectNode) read(text)).content();
  }
}
