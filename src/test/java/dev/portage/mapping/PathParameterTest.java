package dev.portage.mapping;

import static dev.portage.mapping.Mappings.jq;
import static dev.portage.mapping.Mappings.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.EndpointRequest;
import dev.portage.http.EndpointTemplate;
import dev.portage.http.Query;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathParameterTest {
  private static final EndpointRequest LIST =
      new EndpointRequest("GET", new EndpointTemplate("/list"), Query.EMPTY, Map.of(), null);

  private static PathParameter parameter(String field, String filter) {
    return new PathParameter(
        "id", LIST, new DataPath(null), jq(field), filter == null ? null : jq(filter));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':'a b'}           | .id   |            | a b",
        "{'id':101}             | .id   |            | 101",
        "{'id':101.0}           | .id   |            | 101",
        "{'id':9007199254740993}| .id   |            | 9007199254740993",
        "{'id':1.50}            | .id   |            | 1.5",
        "{'id':true}            | .id   |            | true",
        "{'id':false}           | .id   |            | false",
        "{'id':null}            | .id   |            |",
        "{}                     | .id   |            |",
        "{'id':''}              | .id   |            |",
        "{'id':1}               | empty |            |",
        "{'id':1,'on':true}     | .id   | .on        | 1",
        "{'id':1,'on':false}    | .id   | .on        |",
        "'plain'                | .     |            | plain",
      })
  void readsTheValue(String record, String field, String filter, String expected) {
    // When
    PathParameter.Value value = parameter(field, filter).value(json(record));

    // Then
    assertThat(value).isEqualTo(new PathParameter.Value(expected, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'id':[1]}        | .id   |      | at .id: .id gives a list; expected a text or a number",
        "{'id':{}}         | .id   |      | at .id: .id gives an object; expected a text or a number",
        "{'id':1,'on':'y'} | .id   | .on  | at .on: .on gives a text; expected true or false",
        "{'id':1}          | .id   | .on  | at .on: .on gives null; expected true or false",
        "{'id':1}          | .id   | empty| at empty: empty gives nothing; expected true or false",
        "{'id':1}          | .id.x |      | at .id.x: .id.x fails: ",
        "{'id':1}          | .id   | .id.x| at .id.x: .id.x fails: ",
      })
  void doubtsARecordThatFails(String record, String field, String filter, String doubt) {
    // When
    PathParameter.Value value = parameter(field, filter).value(json(record));

    // Then
    assertThat(value.text()).isNull();
    assertThat(value.doubt()).startsWith(doubt);
  }
}
