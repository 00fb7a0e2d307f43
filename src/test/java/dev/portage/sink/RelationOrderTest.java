package dev.portage.sink;

import static dev.portage.sink.Entities.json;
import static dev.portage.sink.Entities.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.catalog.Entity;
import dev.portage.sink.RelationOrder.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RelationOrderTest {

  private static Entity entity(String identifier, String relations) {
    return thing("{'identifier':'%s','title':'t','relations':%s}".formatted(identifier, relations));
  }

  @Test
  void sendsTargetsFirst() {
    // Given
    Entity child = entity("c", "{'parent':'b'}");
    Entity middle = entity("b", "{'parents':['x','a']}");
    Entity root = entity("a", "{'parent':null}");
    Entity other =
        entity(
            "o",
            "{'q':{'combinator':'and','rules':[{'property':'$identifier','operator':'=','value':'a'}]}}");

    // When
    List<Step> steps = RelationOrder.of(List.of(child, middle, other, root));

    // Then
    assertThat(steps)
        .containsExactly(
            new Step(List.of(root), false),
            new Step(List.of(middle, other), false),
            new Step(List.of(child), false));
  }

  @Test
  void opensACircleAndThenSendsItWhole() {
    // Given
    Entity one = entity("1", "{'parent':'2','owner':'u'}");
    Entity two = entity("2", "{'friends':['1','u']}");
    Entity after = entity("3", "{'parent':'1'}");

    // When
    List<Step> steps = RelationOrder.of(List.of(after, one, two));

    // Then
    assertThat(steps)
        .containsExactly(
            new Step(List.of(entity("1", "{'owner':'u'}"), entity("2", "{'friends':['u']}")), true),
            new Step(List.of(one, two), false),
            new Step(List.of(after), false));
    assertThat(one.body())
        .as("is not changed")
        .isEqualTo(entity("1", "{'parent':'2','owner':'u'}").body());
  }

  @Test
  void opensACircleOfOne() {
    // Given
    Entity self = entity("1", "{'self':'1'}");

    // Then
    assertThat(RelationOrder.of(List.of(self)))
        .containsExactly(
            new Step(List.of(entity("1", "{}")), true), new Step(List.of(self), false));
  }

  @Test
  void keepsTheOrderOfOneKey() {
    // Given
    Entity first = entity("1", "{}");
    Entity second = thing("{'identifier':'1','title':'later'}");

    // Then
    assertThat(RelationOrder.of(List.of(first, second)))
        .containsExactly(new Step(List.of(first), false), new Step(List.of(second), false));
  }

  @Test
  void takesSearchIdentifiersAsTheyCome() {
    // Given
    Entity search = thing("{'identifier':{'rules':[]}}");

    // Then
    assertThat(RelationOrder.of(List.of(search))).containsExactly(new Step(List.of(search), false));
    assertThat(RelationOrder.of(List.of())).isEmpty();
  }

  @Test
  void followsALongChain() {
    // Given
    List<Entity> chain = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      chain.add(entity("e" + i, "{'parent':'e" + (i + 1) + "'}"));
    }

    // When
    List<Step> steps = RelationOrder.of(chain);

    // Then
    Collections.reverse(chain);
    assertThat(steps).flatExtracting(Step::entities).containsExactlyElementsOf(chain);
  }

  @Test
  void readsTheIdentifiersInARelation() {
    // Given
    List<String> found = new ArrayList<>();

    // When
    References.of(
        json(
            "{'combinator':'or','rules':[{'property':'$identifier','operator':'in','value':['a']},"
                + "{'combinator':'and','rules':[{'property':'$identifier','operator':'=','value':'b'}]},"
                + "{'property':'$identifier','operator':'contains','value':'c'},"
                + "{'property':'mail','operator':'=','value':'d'}]}"),
        found::add);

    // Then
    assertThat(found).containsExactly("a", "b");
  }
}
