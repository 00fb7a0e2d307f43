package dev.portage.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityKey;
import dev.portage.catalog.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResyncRunTest {
  private static final Instant NOW = Instant.parse("2026-08-20T10:00:00Z");

  private final ResyncRun run = new ResyncRun(new UUID(1, 2), NOW);
  private final KindRun users = run.kind(1, "/users", "\"user\"");

  private static Entity user(String identifier) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return new Entity("user", body.put("identifier", identifier).put("blueprint", "user"));
  }

  private static Entity search() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("identifier").putArray("rules");
    return new Entity("user", body);
  }

  @BeforeEach
  void begin() {
    users.started(NOW);
  }

  private void settle(Entity entity, Outcome outcome) {
    users.read(1);
    users.mapped(entity);
    users.record(outcome);
  }

  @Test
  void isCompleteWhenEverythingAddsUp() {
    // Given
    users.page();
    users.batch();
    users.read(3);
    users.filtered(1);
    users.skipped("identifier is null", false);
    users.mapped(user("1"));
    users.record(new Outcome.Upserted(user("1"), "1", true));
    settle(user("2"), new Outcome.Upserted(user("2"), "2", false));
    settle(user("3"), new Outcome.Unchanged(user("3")));
    settle(search(), new Outcome.Unmatched(search()));

    // When
    users.finished(NOW);

    // Then
    assertThat(users.state()).isEqualTo(RunState.COMPLETE);
    assertThat(users.counts()).isEqualTo(new KindCounts(1, 1, 6, 1, 1, 0, 4, 1, 1, 1, 0, 1, 0));
    assertThat(run.discrepancies()).isEmpty();
    assertThat(run.result()).isEqualTo(new RunResult.Complete());
    assertThat(run.result().portStatus()).isEqualTo("completed");
  }

  @Test
  void noticesWhatWasLost() {
    // Given
    users.read(2);
    users.mapped(user("1"));

    // When
    users.finished(NOW);

    // Then
    assertThat(run.discrepancies())
        .containsExactly(
            "/users: 2 items read, but 1 filtered, skipped or mapped (0 + 0 + 1)",
            "/users: 1 entities mapped, but 0 unchanged, upserted, rejected, unmatched or failed"
                + " (0 + 0 + 0 + 0 + 0)");
    assertThat(run.doubts()).isEqualTo(run.discrepancies());
  }

  @Test
  void isIncompleteWithoutDoubtAfterARejection() {
    // Given
    settle(user("bad"), new Outcome.Rejected(user("bad"), 422, "invalid", "age must be a number"));
    users.leftOut("properties.x does not compile");

    // When
    users.finished(NOW);

    // Then
    assertThat(users.state()).isEqualTo(RunState.INCOMPLETE);
    assertThat(run.doubts()).isEmpty();
    assertThat(run.produced(new EntityKey("user", "bad"))).isTrue();
    assertThat(users.rejections().lines())
        .containsExactly("bad of user: 422 invalid: age must be a number");
    assertThat(run.result())
        .isEqualTo(
            new RunResult.Incomplete(
                List.of(
                    "/users: Port rejected 1 entities", "/users: properties.x does not compile")));
    assertThat(run.result().portStatus()).isEqualTo("failed");
  }

  @Test
  void doubtsWhatItCannotKnow() {
    // Given
    users.read(1);
    users.skipped("identifier fails: x", true);
    settle(user("1"), new Outcome.Failed(user("1"), "Port answered 500"));
    settle(search(), new Outcome.Rejected(search(), 422, "invalid", "m"));
    users.doubt("page 2 answered 403");
    run.kind(0, "/first", "\"user\"");
    run.doubt("resources[2] does not run");

    // When
    users.finished(NOW);

    // Then
    assertThat(run.doubts())
        .containsExactly(
            "resources[2] does not run",
            "/first: has not ended",
            "/users: item skipped: identifier fails: x",
            "/users: not written: Port answered 500",
            "/users: rejected with a search identifier, so that the entity meant is not known",
            "/users: page 2 answered 403");
    assertThat(users.counts().doubtful()).isEqualTo(1);
  }

  @Test
  void takesWhatASearchMatchedForProduced() {
    // When
    settle(search(), new Outcome.Upserted(search(), "u7", false));

    // Then
    assertThat(run.produced(new EntityKey("user", "u7"))).isTrue();
    assertThat(run.producedCount()).isEqualTo(1);
  }

  @Test
  void remembersWhatWasSent() {
    // Given
    EntityKey key = new EntityKey("user", "1");
    settle(user("1"), new Outcome.Unchanged(user("1")));
    assertThat(run.wasSent(key)).isFalse();

    // When
    run.sending(key);

    // Then
    assertThat(run.wasSent(key)).isTrue();
  }

  @Test
  void keepsItsNotesShort() {
    // Given
    Notes notes = new Notes(2);

    // When
    for (String text : List.of("a", "b", "a", "c", "d", "x".repeat(900))) {
      notes.add(text);
    }

    // Then
    assertThat(notes.count()).isEqualTo(6);
    assertThat(notes.lines()).containsExactly("a (2 times)", "b", "… and 3 more");
  }

  @Test
  void tellsAPersonWhatHappened() {
    // Given
    settle(user("bad"), new Outcome.Rejected(user("bad"), 422, "invalid", "no age"));
    users.read(1);
    users.skipped("identifier is null", false);
    users.finished(NOW);
    DeletionPlan plan = new DeletionPlan.Withheld("too many");

    // When
    String text = new RunReport(run, run.result(), Optional.of(plan)).text();

    // Then
    assertThat(text)
        .isEqualTo(
            """
            resync 00000000-0000-0001-0000-000000000002: incomplete
              kind        read  filtered   skipped    mapped  unchanged   created   updated  rejected  unmatched    failed  state
              /users         2         0         1         1          0         0         0         1          0         0  incomplete
            reasons:
              - /users: Port rejected 1 entities
            /users rejected by Port:
              - bad of user: 422 invalid: no age
            /users skipped:
              - identifier is null
            deletion: withheld: too many""");
  }
}
