package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Portage's own operations do what they say when a Hawtio elsewhere calls them. */
class JolokiaOperationsTest {
  private static final String PROCESS = "dev.portage:type=process,name=\"portage\"";
  private static final String TEAMS = "dev.portage:type=kinds,name=\"teams\"";

  @TempDir static Path directory;
  private static World world;
  private static JolokiaClient jolokia;

  @BeforeAll
  static void begin() throws Exception {
    world = new World(directory).map(Kind.of("/teams", "team"), Kind.of("/users", "user"));
    world.api().on("/teams", "[{\"id\": 1}]").on("/users", "[{\"id\": 2}]");
    world.environment("OCEAN__EVENT_LISTENER__TYPE", "POLLING").begin();
    jolokia = new JolokiaClient(world.httpPort(), "");
    awaitRead(1, 1);
  }

  @BeforeEach
  void askedForNothing() {
    world.api().asked().clear();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static void awaitRead(int teams, int users) throws Exception {
    World.await(
        "the end of the resync",
        () -> asked("/teams") == teams && asked("/users") == users && isIdle());
  }

  private static int asked(String path) {
    return world.api().asked(path).size();
  }

  private static boolean isIdle() {
    return read(PROCESS, "Phase").equals("idle") && !read(PROCESS, "LastEnded").isEmpty();
  }

  private static String read(String bean, String attribute) {
    try {
      return jolokia
          .ask(Map.of("type", "read", "mbean", bean, "attribute", attribute))
          .path("value")
          .asText();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void succeed(String bean, String operation) throws Exception {
    JsonNode answer = jolokia.exec(bean, operation);
    assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(200);
  }

  /** Some versions of Hawtio name the types of the arguments, and some do not. */
  @ParameterizedTest
  @ValueSource(strings = {"resync", "resync()"})
  void theProcessReadsEveryKindAgain(String operation) throws Exception {
    succeed(PROCESS, operation);

    awaitRead(1, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"resync", "resync()"})
  void aKindIsReadAgainAlone(String operation) throws Exception {
    succeed(TEAMS, operation);

    awaitRead(1, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "()"})
  void aKindThatIsPausedIsNotReadUntilItIsResumed(String arguments) throws Exception {
    // When it is paused
    succeed(TEAMS, "pause" + arguments);

    // Then a resync leaves it out, and one of it alone is refused with the reason
    assertThat(read(TEAMS, "State")).isEqualTo("paused");
    succeed(PROCESS, "resync");
    awaitRead(0, 1);
    JsonNode refused = jolokia.exec(TEAMS, "resync");
    assertThat(refused.path("status").asInt()).isEqualTo(500);
    assertThat(refused.path("error").asText()).contains("teams is paused; expected it");

    // And when it is resumed
    succeed(TEAMS, "resume" + arguments);

    // Then
    assertThat(read(TEAMS, "State")).isNotEqualTo("paused");
    succeed(TEAMS, "resync");
    awaitRead(1, 1);
    assertThat(read(TEAMS, "State")).isEqualTo("complete");
  }

  @ParameterizedTest
  @ValueSource(strings = {"getState", "hashCode", "stop", "resync(java.lang.String)", "pause(int)"})
  void anyOtherOperationIsRefused(String operation) throws Exception {
    for (String bean : List.of(TEAMS, PROCESS)) {
      JsonNode answer = jolokia.exec(bean, operation);

      assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(403);
    }
    assertThat(world.api().asked()).isEmpty();
  }

  @Test
  void theProcessIsNeitherPausedNorAnotherBeanAsked() throws Exception {
    JsonNode pause = jolokia.exec(PROCESS, "pause");
    JsonNode camel =
        jolokia.exec("org.apache.camel:context=portage,type=context,name=\"portage\"", "resync");

    assertThat(pause.path("status").asInt()).as(pause.toString()).isBetween(400, 500);
    assertThat(camel.path("status").asInt()).as(camel.toString()).isEqualTo(403);
    assertThat(read(TEAMS, "State")).isEqualTo("complete");
    assertThat(world.api().asked()).isEmpty();
  }
}
