package dev.portage.sink;

import static dev.portage.sink.Entities.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintStagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // whole | bare | with relations | with everything
        "{'identifier':'a'} | {'identifier':'a'} | |",
        "{'identifier':'a','title':'A','icon':'I','schema':{'properties':{}}}"
            + " | {'identifier':'a','title':'A','icon':'I','schema':{'properties':{}}} | |",
        "{'identifier':'a','relations':{'r':{'target':'b'}}}"
            + " | {'identifier':'a'} | {'identifier':'a','relations':{'r':{'target':'b'}}} |",
        "{'identifier':'a','ownership':{'type':'Direct'}}"
            + " | {'identifier':'a'} | {'identifier':'a','ownership':{'type':'Direct'}} |",
        "{'identifier':'a','teamInheritance':{'path':'r'}}"
            + " | {'identifier':'a'} | {'identifier':'a','teamInheritance':{'path':'r'}} |",
        "{'identifier':'a','calculationProperties':{'c':{}}}"
            + " | {'identifier':'a'} | | {'identifier':'a','calculationProperties':{'c':{}}}",
        "{'identifier':'a','aggregationProperties':{'c':{}}}"
            + " | {'identifier':'a'} | | {'identifier':'a','aggregationProperties':{'c':{}}}",
        "{'identifier':'a','relations':{'r':{}},'mirrorProperties':{'m':{}}} | {'identifier':'a'}"
            + " | {'identifier':'a','relations':{'r':{}}}"
            + " | {'identifier':'a','relations':{'r':{}},'mirrorProperties':{'m':{}}}",
        "{'identifier':'a','relations':{},'mirrorProperties':{},'ownership':null}"
            + " | {'identifier':'a'} | |",
      })
  void aBlueprintIsCutIntoItsStages(String given, String bare, String related, String whole) {
    // When
    BlueprintStages stages = BlueprintStages.of(list(given));

    // Then
    assertThat(stages.bare()).isEqualTo(list(bare));
    assertThat(stages.related()).isEqualTo(list(related));
    assertThat(stages.whole()).isEqualTo(list(whole));
  }

  @Test
  void theOrderStaysAndWhatIsGivenIsLeftAlone() {
    // Given
    String first = "{'identifier':'a','relations':{'r':{'target':'b'}}}";
    String second = "{'identifier':'b','relations':{'r':{'target':'a'}}}";
    List<ObjectNode> given = list(first, second);

    // When
    BlueprintStages stages = BlueprintStages.of(given);

    // Then
    assertThat(stages.bare()).isEqualTo(list("{'identifier':'a'}", "{'identifier':'b'}"));
    assertThat(stages.related()).isEqualTo(list(first, second));
    assertThat(given).isEqualTo(list(first, second));
  }

  private static List<ObjectNode> list(String... documents) {
    List<ObjectNode> all = new ArrayList<>();
    for (String document : documents) {
      JsonNode read = json(document == null ? "" : document);
      if (read instanceof ObjectNode object) {
        all.add(object);
      }
    }
    return all;
  }
}
