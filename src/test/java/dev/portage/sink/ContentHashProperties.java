package dev.portage.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.ContentHash;
import dev.portage.catalog.Entity;
import dev.portage.catalog.Fingerprint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What Equality calls the same has the same fingerprint, and what it does not has another. */
class ContentHashProperties {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  @Provide
  Arbitrary<JsonNode> json() {
    Arbitrary<JsonNode> leaf =
        Arbitraries.oneOf(
            Arbitraries.strings().alpha().ofMaxLength(3).map(NODES::textNode),
            Arbitraries.integers().between(-3, 3).map(NODES::numberNode),
            Arbitraries.longs().map(NODES::numberNode),
            Arbitraries.doubles().map(NODES::numberNode),
            Arbitraries.bigDecimals().ofScale(3).map(NODES::numberNode),
            Arbitraries.of(true, false).map(NODES::booleanNode),
            Arbitraries.just(NODES.nullNode()));
    return Arbitraries.recursive(() -> leaf, ContentHashProperties::nested, 0, 3);
  }

  private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
    Arbitrary<JsonNode> lists = inner.list().ofMaxSize(3).map(ContentHashProperties::list);
    Arbitrary<JsonNode> objects =
        Arbitraries.maps(Arbitraries.strings().withChars('a', 'b', 'c').ofMaxLength(2), inner)
            .ofMaxSize(4)
            .map(
                fields -> {
                  ObjectNode object = NODES.objectNode();
                  fields.forEach(object::set);
                  return object;
                });
    return Arbitraries.oneOf(inner, lists, objects);
  }

  private static JsonNode list(List<JsonNode> elements) {
    ArrayNode list = NODES.arrayNode();
    elements.forEach(list::add);
    return list;
  }

  /** The same to Port, in other words. */
  private static JsonNode reworded(JsonNode value, Random random) {
    if (value.isObject()) {
      List<String> names = new ArrayList<>();
      value.fieldNames().forEachRemaining(names::add);
      Collections.shuffle(names, random);
      ObjectNode object = NODES.objectNode();
      names.forEach(name -> object.set(name, reworded(value.get(name), random)));
      return object;
    }
    if (value.isArray()) {
      ArrayNode list = NODES.arrayNode();
      value.forEach(element -> list.add(reworded(element, random)));
      return list;
    }
    if (value.isIntegralNumber() && Math.abs(value.doubleValue()) < 1e15) {
      return random.nextBoolean()
          ? DoubleNode.valueOf(value.doubleValue())
          : DecimalNode.valueOf(new BigDecimal(value.bigIntegerValue()).setScale(2));
    }
    return value.isNumber() ? DecimalNode.valueOf(value.decimalValue().setScale(400)) : value;
  }

  @Property(tries = 500)
  void whatIsSaidInOtherWordsHasTheSameFingerprint(
      @ForAll("json") JsonNode value, @ForAll Random random) {
    JsonNode other = reworded(value, random);

    assertThat(Equality.same(value, other)).isTrue();
    assertThat(ContentHash.of(other)).isEqualTo(ContentHash.of(value));
  }

  @Property(tries = 2_000)
  void theFingerprintsAreEqualWhenTheValuesAre(
      @ForAll("json") JsonNode one, @ForAll("json") JsonNode other) {
    assertThat(ContentHash.of(one).equals(ContentHash.of(other)))
        .isEqualTo(Equality.same(one, other));
  }

  @Property(tries = 500)
  void relationsAndTeamsAreSets(
      @ForAll("json") JsonNode property, @ForAll List<Character> names, @ForAll Random random) {
    // Given
    List<JsonNode> texts = new ArrayList<>();
    names.forEach(name -> texts.add(NODES.textNode(name.toString())));
    ObjectNode one = entity(property, texts);
    Collections.shuffle(texts, random);
    ObjectNode other = entity(reworded(property, random), texts);

    // When
    Fingerprint print = new Entity("b", one).content();

    // Then
    assertThat(Equality.sameEntity(one, other, false)).isTrue();
    assertThat(new Entity("b", other).content()).isEqualTo(print);
    texts.add(NODES.textNode("one more"));
    assertThat(new Entity("b", entity(property, texts)).content()).isNotEqualTo(print);
  }

  private static ObjectNode entity(JsonNode property, List<JsonNode> texts) {
    ObjectNode body = NODES.objectNode().put("identifier", "i").put("blueprint", "b");
    body.set("team", list(texts));
    body.putObject("properties").set("p", property);
    JsonNode related = texts.size() == 1 ? texts.get(0) : list(texts);
    body.putObject("relations").set("r", related);
    return body;
  }
}
