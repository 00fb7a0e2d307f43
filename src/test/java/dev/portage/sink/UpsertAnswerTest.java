package dev.portage.sink;

import static dev.portage.sink.Entities.answer;
import static dev.portage.sink.Entities.batch;
import static dev.portage.sink.Entities.entity;
import static dev.portage.sink.Entities.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import dev.portage.catalog.Outcome;
import dev.portage.catalog.Outcome.Failed;
import dev.portage.catalog.Outcome.Rejected;
import dev.portage.catalog.Outcome.Unmatched;
import dev.portage.catalog.Outcome.Upserted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpsertAnswerTest {
  private static final Entity ONE = entity("thing", "1");
  private static final Entity TWO = entity("thing", "2");
  private static final Entity THREE = entity("thing", "3");
  private static final Entity SEARCH = thing("{'identifier':{'combinator':'and','rules':[]}}");

  private static List<Outcome> outcomes(EntityBatch batch, int status, String body) {
    return ((UpsertAnswer.Settled) UpsertAnswer.read(batch, answer(status, body))).outcomes();
  }

  @Test
  void readsTheResultOfEveryEntity() {
    // When
    List<Outcome> outcomes =
        outcomes(
            batch(ONE, TWO, THREE),
            207,
            "{'entities':[{'index':2,'identifier':'3','created':true}],'errors':[{'index':0,"
                + "'identifier':'1','statusCode':422,'error':'invalid','message':'bad'}]}");

    // Then
    assertThat(outcomes)
        .containsExactly(
            new Rejected(ONE, 422, "invalid", "bad"),
            new Rejected(TWO, 207, "", "Port's answer does not mention it"),
            new Upserted(THREE, "3", true));
  }

  @Test
  void tellsASearchThatMatchesNothingFromARejection() {
    assertThat(outcomes(batch(SEARCH), 207, error("unknown", 404)))
        .containsExactly(new Unmatched(SEARCH));
    assertThat(outcomes(batch(SEARCH), 207, error("unknown", 422)))
        .containsExactly(new Rejected(SEARCH, 422, "not_found", "gone"));
    assertThat(outcomes(batch(ONE), 207, error("unknown", 404)))
        .containsExactly(new Rejected(ONE, 404, "not_found", "gone"));
    assertThat(outcomes(batch(SEARCH), 200, "{'entities':[{'index':0,'identifier':'u7'}]}"))
        .containsExactly(new Upserted(SEARCH, "u7", false));
  }

  @Test
  void knowsARelationThatMayComeLater() {
    Rejected rejected = (Rejected) outcomes(batch(ONE), 207, error("1", 404)).get(0);

    assertThat(rejected.mayLackRelation()).isTrue();
  }

  @Test
  void takesAnErrorOfPortsOwnForAFailedWrite() {
    assertThat(outcomes(batch(ONE), 207, error("1", 500)).get(0)).isInstanceOf(Failed.class);
  }

  private static String error(String identifier, int status) {
    return "{'errors':[{'index':0,'identifier':'%s','statusCode':%d,'error':'not_found','message':'gone'}]}"
        .formatted(identifier, status);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 409, 413, 422})
  void splitsABatchUntilTheBadEntityStandsAlone(int status) {
    // When
    UpsertAnswer answer =
        UpsertAnswer.read(batch(ONE, TWO, THREE), answer(status, "{'message':'no'}"));

    // Then
    assertThat(answer).isEqualTo(new UpsertAnswer.Split(batch(ONE), batch(TWO, THREE)));
    assertThat(outcomes(batch(ONE), status, "{'error':'e','message':'no'}"))
        .containsExactly(new Rejected(ONE, status, "e", "no"));
  }

  @Test
  void doesNotSplitForAMissingBlueprint() {
    // When
    List<Outcome> outcomes =
        outcomes(batch(ONE, TWO), 404, "{'error':'not_found','message':'no blueprint'}");

    // Then
    assertThat(outcomes)
        .containsExactly(
            new Rejected(ONE, 404, Rejected.NO_BLUEPRINT, "no blueprint"),
            new Rejected(TWO, 404, Rejected.NO_BLUEPRINT, "no blueprint"));
    assertThat(((Rejected) outcomes.get(0)).mayLackRelation()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 408, 429, 500, 503})
  void knowsNothingAfterOtherErrors(int status) {
    assertThat(outcomes(batch(ONE, TWO), status, "{'error':'e','message':'m'}"))
        .hasSize(2)
        .allSatisfy(
            outcome ->
                assertThat(((Failed) outcome).reason())
                    .isEqualTo("Port answered " + status + " e: m (trace t-1)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "'text'", "{'ok':true}"})
  void knowsNothingAfterAnAnswerItCannotRead(String body) {
    assertThat(outcomes(batch(ONE), 200, body))
        .containsExactly(
            new Failed(ONE, "Port's answer cannot be read; expected entities and errors"));
  }
}
