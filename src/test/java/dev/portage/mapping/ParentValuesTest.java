package dev.portage.mapping;

import static dev.portage.mapping.Mappings.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParentValuesTest {
  private static final ParentValues TICKET = new ParentValues(Set.of("ticket"));

  @Test
  void givesThePlainNameOnlyWhereTheMappingUsesIt() {
    // Given
    JsonNode item = json("{'id':1}");

    // When
    ParentValues asInOcean = new ParentValues(Set.of());

    // Then
    assertThat(asInOcean.enrich(item, Map.of("ticket", "101")))
        .isEqualTo(json("{'id':1,'__ticket':'101'}"));
  }

  @Test
  void addsBothNames() {
    // Given
    JsonNode item = json("{'id':1}");

    // When
    JsonNode enriched = TICKET.enrich(item, Map.of("ticket", "101"));

    // Then
    assertThat(enriched).isEqualTo(json("{'id':1,'__ticket':'101','ticket':'101'}"));
    assertThat(item).as("is not changed").isEqualTo(json("{'id':1}"));
  }

  @Test
  void leavesAFieldOfTheItemAlone() {
    assertThat(TICKET.enrich(json("{'ticket':'own'}"), Map.of("ticket", "101")))
        .isEqualTo(json("{'ticket':'own','__ticket':'101'}"));
  }

  @Test
  void leavesOtherItemsAsTheyAre() {
    JsonNode text = json("'x'");
    JsonNode object = json("{}");

    assertThat(TICKET.enrich(text, Map.of("ticket", "101"))).isSameAs(text);
    assertThat(TICKET.enrich(object, Map.of())).isSameAs(object);
  }
}
