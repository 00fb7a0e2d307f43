package dev.portage.sink;

import static dev.portage.sink.Entities.entity;
import static dev.portage.sink.Entities.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.catalog.EntityKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RelationTargetsTest {

  @Test
  void findsWhatIsReferredTo() {
    // Given
    RelationTargets targets = new RelationTargets();
    targets.add(thing("{'identifier':'1','relations':{'owner':'u7','parts':['p1',null,'p2']}}"));
    targets.add(thing("{'identifier':'2','relations':{'owner':null,'unknown':'u8'}}"));
    targets.add(entity("other", "u9"));
    Map<String, String> relations = Map.of("owner", "user", "parts", "part");

    // When
    var kept =
        targets.among(
            List.of(
                new EntityKey("user", "u7"),
                new EntityKey("user", "u8"),
                new EntityKey("user", "p1"),
                new EntityKey("part", "p2"),
                new EntityKey("part", "u7")),
            blueprint -> blueprint.equals("thing") ? relations : Map.of());

    // Then
    assertThat(targets.blueprints()).containsExactly("thing");
    assertThat(kept)
        .containsExactlyInAnyOrder(new EntityKey("user", "u7"), new EntityKey("part", "p2"));
  }
}
