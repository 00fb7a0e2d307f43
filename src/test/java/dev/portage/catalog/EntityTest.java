package dev.portage.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTest {
  private static Entity entity(String body) throws Exception {
    return new Entity("thing", (ObjectNode) new ObjectMapper().readTree(body.replace('\'', '"')));
  }

  @Test
  void itsKeyIsItsBlueprintAndIdentifier() throws Exception {
    assertThat(entity("{'identifier':'a','blueprint':'thing'}").key())
        .contains(new EntityKey("thing", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'identifier':{'combinator':'and','rules':[]},'blueprint':'thing'}",
        "{'blueprint':'thing'}"
      })
  void whatPortHasToLookForHasNoKey(String body) throws Exception {
    assertThat(entity(body).key()).isEmpty();
  }

  @Test
  void whatItTakesOnTheWireIsNeverMoreThanItSays() throws Exception {
    Entity entity = entity("{'identifier':'a','properties':{'n':1,'t':'\\u0000 \u00e9'}}");
    assertThat(entity.bytesAtMost()).isGreaterThanOrEqualTo(JsonSize.of(entity.body()));
  }

  @Test
  void entitiesOfTheSameBlueprintAndBodyAreEqual() throws Exception {
    String body = "{'identifier':'a'}";
    assertThat(entity(body)).isEqualTo(entity(body)).hasSameHashCodeAs(entity(body));
    assertThat(entity(body)).isNotEqualTo(entity("{'identifier':'b'}"));
    assertThat(entity(body)).isNotEqualTo(new Entity("other", entity(body).body()));
  }

  @Test
  void itsWordsHoldNoData() throws Exception {
    assertThat(entity("{'identifier':'secret'}").toString()).doesNotContain("secret");
  }
}
