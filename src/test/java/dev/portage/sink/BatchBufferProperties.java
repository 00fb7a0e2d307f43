package dev.portage.sink;

import static dev.portage.sink.Entities.entity;
import static dev.portage.sink.Entities.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatchBufferProperties {

  @Provide
  Arbitrary<Entity> entities() {
    Arbitrary<String> blueprints = Arbitraries.of("a", "b", "c");
    Arbitrary<String> identifiers = Arbitraries.integers().between(1, 30).map(String::valueOf);
    Arbitrary<String> titles = Arbitraries.strings().ofMaxLength(40);
    return Combinators.combine(blueprints, identifiers, titles)
        .as(
            (blueprint, identifier, title) -> {
              ObjectNode body = entity(blueprint, identifier).body().put("title", title);
              return new Entity(blueprint, body);
            });
  }

  @Property(tries = 300)
  void losesNothingDoublesNothingAndKeepsTheOrder(
      @ForAll @Size(max = 8) List<@Size(max = 15) List<@From("entities") Entity>> adds,
      @ForAll @IntRange(min = 1, max = 6) int mostEntities,
      @ForAll @IntRange(min = 1, max = 400) int mostBytes) {
    // Given
    BatchBuffer buffer = new BatchBuffer(mostEntities, mostBytes);
    List<EntityBatch> batches = new ArrayList<>();

    // When
    adds.forEach(entities -> batches.addAll(buffer.add(entities)));
    batches.addAll(buffer.drain());

    // Then
    for (String blueprint : List.of("a", "b", "c")) {
      assertThat(
              batches.stream()
                  .filter(batch -> batch.blueprint().equals(blueprint))
                  .flatMap(batch -> batch.entities().stream()))
          .usingElementComparator((one, other) -> one == other ? 0 : 1)
          .containsExactlyElementsOf(
              adds.stream()
                  .flatMap(List::stream)
                  .filter(entity -> entity.blueprint().equals(blueprint))
                  .toList());
    }
    assertThat(batches).allSatisfy(batch -> assertFits(batch, mostEntities, mostBytes));
    assertThat(buffer.drain()).isEmpty();
  }

  private static void assertFits(EntityBatch batch, int mostEntities, int mostBytes) {
    assertThat(batch.entities())
        .hasSizeBetween(1, mostEntities)
        .allSatisfy(entity -> assertThat(entity.blueprint()).isEqualTo(batch.blueprint()));
    assertThat(new HashSet<>(batch.entities().stream().map(Entity::key).toList()))
        .hasSameSizeAs(batch.entities());
    if (batch.entities().size() > 1) {
      assertThat(bytes(batch)).isLessThanOrEqualTo(mostBytes);
    }
  }

  private static int bytes(EntityBatch batch) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    batch.entities().forEach(entity -> body.withArray("entities").add(entity.body()));
    return body.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  @Example
  void fillsABatchToTheLastByte() {
    // Given
    List<Entity> three = List.of(entity("a", "1"), entity("a", "2"), entity("a", "3"));
    int size = bytes(new EntityBatch("a", three));

    // Then
    assertThat(new BatchBuffer(20, size).add(three)).containsExactly(new EntityBatch("a", three));
    assertThat(new BatchBuffer(20, size - 1).add(three))
        .containsExactly(new EntityBatch("a", three.subList(0, 2)));
  }

  @Example
  void beginsANewBatchForASearchThatComesTwice() {
    // Given
    Entity search = thing("{'identifier':{'rules':[{'property':'p'}]}}");
    BatchBuffer buffer = new BatchBuffer(20, Integer.MAX_VALUE);

    // Then
    assertThat(buffer.add(List.of(search, search))).hasSize(1);
    assertThat(buffer.drain()).hasSize(1);
  }

  @Example
  void keepsAHundredBlueprintsOpen() {
    // Given
    BatchBuffer buffer = new BatchBuffer(20, Integer.MAX_VALUE);
    List<EntityBatch> left = new ArrayList<>();

    // When
    for (int i = 0; i < BatchBuffer.MOST_OPEN + 1; i++) {
      left.addAll(buffer.add(List.of(entity("b" + i, "1"))));
    }

    // Then
    assertThat(left).extracting(EntityBatch::blueprint).containsExactly("b0");
    assertThat(buffer.drain()).hasSize(BatchBuffer.MOST_OPEN);
  }

  @Example
  void refusesLimitsThatNothingFits() {
    assertThatThrownBy(() -> new BatchBuffer(0, 5)).hasMessageContaining("expected at least 1");
  }
}
