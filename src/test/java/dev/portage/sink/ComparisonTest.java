package dev.portage.sink;

import static dev.portage.sink.Entities.json;
import static dev.portage.sink.Entities.thing;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final Comparison PATCH = new Comparison(true);
  private static final Comparison REPLACE = new Comparison(false);

  private static Entity mapped(String fields) {
    return thing("{'identifier':'1'" + (fields == null ? "" : "," + fields) + "}");
  }

  private static JsonNode held(String fields) {
    ObjectNode held = (ObjectNode) json("{" + (fields == null ? "" : fields) + "}");
    return held.put("identifier", "1").put("blueprint", "thing");
  }

  private static boolean unchanged(Comparison comparison, String mapped, String held) {
    Comparison.Verdict verdict =
        comparison.judge(List.of(mapped(mapped)), List.of(held(held)), key -> false);
    return verdict.changed().isEmpty() && verdict.unchanged().size() == 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "                            | 'title':'x'                         | true",
        "'title':'a'                 | 'title':'a'                         | true",
        "'title':'a'                 | 'title':'b'                         | false",
        "'title':null                |                                     | true",
        "'title':null                | 'title':'1'                         | true",
        "'title':null                | 'title':'x'                         | false",
        "'icon':'A'                  | 'icon':'B'                          | false",
        "'team':['a','b']            | 'team':['b','a']                    | true",
        "'team':'a'                  | 'team':['a']                        | true",
        "'team':null                 | 'team':[]                           | true",
        "'team':['a','a']            | 'team':['a']                        | false",
        "'properties':{'p':null}     | 'properties':{}                     | true",
        "'properties':{'p':null}     |                                     | true",
        "'properties':{'p':null}     | 'properties':{'p':1}                | false",
        "'properties':{'p':5}        | 'properties':{'p':5.0}              | true",
        "'properties':{'p':[5,{'a':1}]} | 'properties':{'p':[5.0,{'a':1.00}]} | true",
        "'properties':{'p':9007199254740993} | 'properties':{'p':9007199254740992} | false",
        "'properties':{'p':0.12345678901234567891} | 'properties':{'p':0.12345678901234567892} | false",
        "'properties':{'p':1}        | 'properties':{'p':'1'}              | false",
        "'properties':{'p':['a','b']} | 'properties':{'p':['b','a']}       | false",
        "'properties':{'p':[]}       |                                     | false",
        "'properties':{'p':1}        | 'properties':{'p':1,'q':2}          | true",
        "'relations':{'r':null}      | 'relations':{'r':[]}                | true",
        "'relations':{'r':[]}        | 'relations':{'r':null}              | true",
        "'relations':{'r':['a','b']} | 'relations':{'r':['b','a']}         | true",
        "'relations':{'r':'a'}       | 'relations':{'r':'b'}               | false",
        "'relations':{'r':'a'}       | 'relations':{'r':'a','s':'x'}       | true",
      })
  void comparesWhatIsMapped(String mapped, String held, boolean same) {
    assertThat(unchanged(PATCH, mapped, held)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'properties':{'p':1} | 'properties':{'p':1,'q':2}    | false",
        "'properties':{'p':1} | 'properties':{'p':1,'q':null} | true",
        "'relations':{'r':'a'}| 'relations':{'r':'a','s':[]}  | true",
        "'relations':{'r':'a'}| 'relations':{'r':'a','s':'x'} | false",
        "                     | 'title':'x'                   | false",
        "                     | 'title':'1'                   | true",
        "                     | 'icon':'A'                    | false",
        "                     | 'team':['a']                  | false",
      })
  void comparesEverythingWhenAnUpsertReplaces(String mapped, String held, boolean same) {
    assertThat(unchanged(REPLACE, mapped, held)).isEqualTo(same);
  }

  @Test
  void sendsWhatPortDoesNotHold() {
    assertThat(PATCH.judge(List.of(mapped(null)), List.of(), key -> false).changed())
        .containsExactly(mapped(null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'identifier':{'rules':[]}}",
        "{'identifier':'1','relations':{'r':{'rules':[]}}}",
        "{'identifier':'1','team':{'rules':[]}}",
      })
  void sendsWhatOnlyPortCanFind(String body) {
    // Given
    Entity entity = thing(body);

    // Then
    assertThat(Comparison.comparable(List.of(entity))).isEmpty();
    assertThat(PATCH.judge(List.of(entity), List.of(held(null)), key -> false).changed())
        .containsExactly(entity);
  }

  @Test
  void sendsAllOfOneKeyInOrderWhenAnyDiffers() {
    // Given
    Entity title = mapped("'title':'new'");
    Entity property = mapped("'properties':{'p':1}");
    Entity other = thing("{'identifier':'2'}");
    List<JsonNode> held =
        List.of(
            held("'title':'old','properties':{'p':1}"),
            json("{'identifier':'2','blueprint':'thing'}"));

    // When
    Comparison.Verdict verdict = PATCH.judge(List.of(title, other, property), held, key -> false);

    // Then
    assertThat(verdict.changed()).containsExactly(title, property);
    assertThat(verdict.unchanged()).containsExactly(other);
  }

  @Test
  void sendsAgainWhatWasSentInThisRun() {
    assertThat(PATCH.judge(List.of(mapped(null)), List.of(held(null)), key -> true).changed())
        .hasSize(1);
  }

  @Test
  void asksForWhatTheMappingDefines() {
    // Given
    List<String> fields = List.of("title", "properties.p", "relations.r");

    // Then
    assertThat(PATCH.included(fields))
        .containsExactly("blueprint", "identifier", "title", "properties.p", "relations.r");
    assertThat(REPLACE.included(fields)).as("everything").isEmpty();
  }
}
