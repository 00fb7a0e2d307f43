package dev.portage.mapping;

import static dev.portage.mapping.Mappings.field;
import static dev.portage.mapping.Mappings.identifiedBy;
import static dev.portage.mapping.Mappings.jq;
import static dev.portage.mapping.Mappings.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.mapping.MappingResult.Mapped;
import dev.portage.mapping.MappingResult.Skip;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityMappingTest {
  private static final FieldValue.Search BY_MAIL =
      new FieldValue.Search(
          jq("\"and\""),
          List.of(new FieldValue.Condition(jq("\"mail\""), jq("\"=\""), jq(".mail"))));

  private static MappingResult map(EntityMapping mapping, String item) {
    return mapping.map(json(item), new ExpressionReport(mapping));
  }

  private static JsonNode body(EntityMapping mapping, String item) {
    return ((Mapped) map(mapping, item)).entity().body();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x'                                   | x",
        "0                                     | 0",
        "42                                    | 42",
        "-7                                    | -7",
        "10.0                                  | 10",
        "1.50                                  | 1.5",
        "1E+3                                  | 1000",
        "123456789012345678901234567890        | 123456789012345678901234567890",
      })
  void readsTheIdentifierAsText(String value, String expected) {
    // When
    MappingResult result = map(identifiedBy(field(".id")), "{'id':" + value + "}");

    // Then
    assertThat(((Mapped) result).entity().body())
        .isEqualTo(json("{'identifier':'" + expected + "','blueprint':'thing'}"));
    assertThat(((Mapped) result).entity().key()).isPresent();
  }

  @Test
  void keepsTheExponentOfAMonstrousNumber() {
    assertThat(body(identifiedBy(field(".id")), "{'id':1e999999999}").path("identifier").asText())
        .isEqualTo("1E+999999999");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ".id   | {'id':null}  | identifier is null                         | false",
        ".id   | {}           | identifier is null                         | false",
        "empty | {}           | identifier is null                         | false",
        ".id   | {'id':''}    | identifier is an empty text                | false",
        ".id   | {'id':false} | identifier is false                        | false",
        ".id   | {'id':[]}    | identifier is empty                        | false",
        ".id   | {'id':{}}    | identifier is empty                        | false",
        ".id   | {'id':true}  | identifier is a boolean; expected a text   | true",
        ".id   | {'id':[1]}   | identifier is a list; expected a text      | true",
        ".id   | {'id':{'a':1}} | identifier is an object; expected a text | true",
        ".id   | [1]          | the item is a list; expected an object     | true",
        ".id   | 'x'          | the item is a text; expected an object     | true",
      })
  void skipsWithoutIdentifier(String program, String item, String reason, boolean doubt) {
    assertThat(map(identifiedBy(field(program)), item)).isEqualTo(new Skip(reason, doubt));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".b   | {'id':1}         | blueprint is null                       | false",
        ".b   | {'id':1,'b':''}  | blueprint is an empty text              | false",
        ".b   | {'id':1,'b':5}   | blueprint is a number; expected a text  | true",
        ".b   | {'id':1,'b':true}| blueprint is a boolean; expected a text | true",
      })
  void skipsWithoutBlueprint(String program, String item, String reason, boolean doubt) {
    // Given
    EntityMapping mapping =
        new EntityMapping(field(".id"), jq(program), null, null, null, Map.of(), Map.of());

    // Then
    assertThat(map(mapping, item)).isEqualTo(new Skip(reason, doubt));
  }

  @Test
  void doubtsAnItemOfWhichTheIdentifierFails() {
    // When
    Skip skip = (Skip) map(identifiedBy(field(".id.x")), "{'id':5}");

    // Then
    assertThat(skip.doubt()).isTrue();
    assertThat(skip.reason()).startsWith("identifier fails: ");
  }

  @Test
  void sendsWhatIsDefinedInPortsOrder() {
    // Given
    EntityMapping mapping =
        new EntityMapping(
            field(".id"),
            jq(".kind"),
            jq(".n"),
            jq(".missing"),
            field(".teams"),
            Map.of("p", jq(".p")),
            Map.of("r", field(".r")));

    // When
    JsonNode body = body(mapping, "{'id':1,'kind':'k','n':7,'teams':['a',null,2],'r':9,'p':1.5}");

    // Then
    assertThat(body.toString())
        .isEqualTo(
            "{\"identifier\":\"1\",\"title\":\"7\",\"icon\":null,\"team\":[\"a\",\"2\"],"
                + "\"blueprint\":\"k\",\"properties\":{\"p\":1.5},\"relations\":{\"r\":\"9\"}}");
    assertThat(mapping.fields())
        .containsExactly("title", "icon", "team", "properties.p", "relations.r");
  }

  @Test
  void hasNoOtherFieldsThanItDefines() {
    assertThat(identifiedBy(field(".id")).fields()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x'                | 'x'",
        "5                  | '5'",
        "5.0                | '5'",
        "''                 | null",
        "null               | null",
        "['a',null,'',3]    | ['a','3']",
        "[]                 | []",
        "true               | null",
        "[true]             | null",
        "{'a':1}            | null",
        "{'combinator':'or','rules':[]} | {'combinator':'or','rules':[]}",
      })
  void readsRelations(String value, String expected) {
    // Given
    EntityMapping mapping =
        new EntityMapping(
            field(".id"), jq("\"t\""), null, null, null, Map.of(), Map.of("r", field(".r")));

    // When
    JsonNode body = body(mapping, "{'id':1,'r':" + value + "}");

    // Then
    assertThat(body.path("relations").path("r")).isEqualTo(json(expected));
  }

  @Test
  void evaluatesASearchQuery() {
    // Given
    String query =
        "{'combinator':'and','rules':[{'property':'mail','operator':'=','value':'a@b.test'}]}";

    // When
    Mapped mapped = (Mapped) map(identifiedBy(BY_MAIL), "{'mail':'a@b.test'}");

    // Then
    assertThat(mapped.entity().body().path("identifier")).isEqualTo(json(query));
    assertThat(mapped.entity().key()).isEmpty();
  }

  @Test
  void skipsAnItemThatCannotBeSearchedFor() {
    assertThat(map(identifiedBy(BY_MAIL), "{'mail':null}"))
        .isEqualTo(new Skip("identifier is null", false));
  }

  @Test
  void doesNotSearchForNullInARelation() {
    // Given
    FieldValue nested =
        new FieldValue.Search(jq("\"or\""), List.of(new FieldValue.Nested(BY_MAIL)));
    EntityMapping mapping =
        new EntityMapping(
            field(".id"), jq("\"t\""), null, null, null, Map.of(), Map.of("owner", nested));

    // Then
    assertThat(body(mapping, "{'id':1}").path("relations")).isEqualTo(json("{'owner':null}"));
    assertThat(body(mapping, "{'id':1,'mail':'m'}").at("/relations/owner/rules/0/rules/0/value"))
        .isEqualTo(json("'m'"));
  }

  @Test
  void countsWhatIsNullAndWhatFails() {
    // Given
    EntityMapping mapping =
        new EntityMapping(
            field(".id"),
            jq("\"t\""),
            jq(".list"),
            null,
            null,
            Map.of("p", jq(".id.x")),
            Map.of("r", field(".missing")));
    ExpressionReport report = new ExpressionReport(mapping);

    // When
    mapping.map(json("{'id':1,'list':[1]}"), report);
    mapping.map(json("{'id':2,'list':'x'}"), report);

    // Then
    assertThat(report.summary())
        .extracting(
            ExpressionReport.Line::path,
            ExpressionReport.Line::nulls,
            ExpressionReport.Line::failures)
        .containsExactly(
            tuple("at .list", 0L, 1L), tuple("at .id.x", 0L, 2L), tuple("at .missing", 2L, 0L));
    assertThat(report.summary().get(0).firstFailure()).isEqualTo("gives a list; expected a text");
  }

  @Test
  void refusesTheReportOfAnotherMapping() {
    // Given
    EntityMapping mapping = identifiedBy(field(".id"));
    ExpressionReport other = new ExpressionReport(identifiedBy(field(".id")));

    // Then
    assertThatThrownBy(() -> mapping.map(json("{'id':1}"), other))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
