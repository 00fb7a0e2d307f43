package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Kafka listener and a real broker (contract, section 7.6). */
@Tag("slow")
class KafkaTriggerTest {
  private static final String TOPIC = "org_local.change.log";
  private static final String GROUP = "org_local.custom.";
  private static final String USER = "local-user";
  private static final String PASSWORD = "local-secret";

  /** Shorter than any resync that is held up here, to see that nobody takes us for dead. */
  private static final String POLL_LIMIT = "camel.component.kafka.max-poll-interval-ms";

  private static int installations;

  @TempDir static Path disk;
  private static KafkaBroker broker;
  private static World early;

  @TempDir Path directory;
  private final String identifier = "me-" + ++installations;
  private final Gate gate = new Gate("[{\"id\": 1}]");
  private World world;

  /** Portage is there before its broker. */
  @BeforeAll
  static void startBroker(@TempDir Path mapping) throws Exception {
    System.setProperty(POLL_LIMIT, "1500");
    broker = new KafkaBroker(disk);
    early = world(mapping, "early");
    early.api().on("/one", "[{\"id\": 1}]");
    early.begin();
    broker.start(List.of(TOPIC));
  }

  @AfterAll
  static void stopBroker() {
    early.close();
    broker.close();
    System.clearProperty(POLL_LIMIT);
  }

  @BeforeEach
  void start() {
    world = world(directory, identifier);
    world.api().on("/one", gate);
  }

  @AfterEach
  void end() {
    gate.open();
    world.close();
  }

  private static World world(Path directory, String identifier) {
    return new World(directory)
        .environment("OCEAN__EVENT_LISTENER__TYPE", "KAFKA")
        .environment("OCEAN__EVENT_LISTENER__BROKERS", broker.address())
        .environment("OCEAN__EVENT_LISTENER__KAFKA_SECURITY_ENABLED", "false")
        .environment("OCEAN__INTEGRATION__IDENTIFIER", identifier)
        .map(Kind.of("/one", "one"));
  }

  private static String request(String identifier) {
    return "{\"action\": \"RESYNC\", \"context\": {\"integrationId\": \"" + identifier + "\"}}";
  }

  private long committed() {
    return broker.committed(GROUP + identifier, TOPIC);
  }

  private int resyncs() {
    return world.api().asked("/one").size();
  }

  /** From the moment at which it has committed where it begins, no request is missed. */
  private long listening() throws Exception {
    World.await("the first commit", () -> committed() >= 0);
    return committed();
  }

  @Test
  void aRequestIsCommittedWhenItsResyncHasEnded() throws Exception {
    world.begin();
    long before = listening();

    // When there is a request among messages for others
    broker.send(TOPIC, "{}", request("somebody-else"), "no JSON", request(identifier), "{}");

    // Then a resync runs, and the request is committed only when that is over, however long it
    // takes
    World.await("the resync", () -> resyncs() == 1);
    Thread.sleep(2_500);
    assertThat(committed()).isEqualTo(before + 3);
    gate.open();
    World.await("the commit", () -> committed() == before + 5);
    assertThat(resyncs()).isEqualTo(1);
    assertThat(world.identifiers("one")).containsExactly("1");
  }

  @Test
  void tenRequestsInABurstStartTwoResyncsAtMost() throws Exception {
    world.begin();
    long before = listening();
    String[] burst = Stream.generate(() -> request(identifier)).limit(10).toArray(String[]::new);

    broker.send(TOPIC, burst);
    World.await("the first resync", () -> resyncs() == 1);
    gate.open();

    World.await("the commit of all", () -> committed() == before + 10);
    assertThat(resyncs()).isBetween(1, 2);
  }

  @Test
  void aRequestWhoseResyncDidNotEndIsRepeated() throws Exception {
    world.begin();
    long before = listening();
    broker.send(TOPIC, request(identifier));
    World.await("the resync", () -> resyncs() == 1);

    // When the process ends in the middle of it, and begins again
    world.stop();
    assertThat(committed()).isEqualTo(before);
    gate.open();
    world.begin();

    // Then it is done again
    World.await("the commit", () -> committed() == before + 1);
    assertThat(resyncs()).isEqualTo(2);
  }

  @Test
  void aBrokerThatComesLaterIsFound() throws Exception {
    World.await("the first commit", () -> broker.committed(GROUP + "early", TOPIC) >= 0);

    broker.send(TOPIC, request("early"));

    World.await("the resync", () -> early.identifiers("one").contains("1"));
    assertThat(early.integration("early").path("changelogDestination"))
        .hasToString("{\"type\":\"KAFKA\"}");
  }

  @Test
  void aLoginIsTriedAgainAndShownNowhere() throws Exception {
    // Given a broker that refuses us at first
    gate.open();
    world
        .environment("OCEAN__EVENT_LISTENER__BROKERS", broker.securedAddress())
        .environment("OCEAN__EVENT_LISTENER__KAFKA_SECURITY_ENABLED", "true")
        .environment("OCEAN__EVENT_LISTENER__SECURITY_PROTOCOL", "SASL_PLAINTEXT")
        .begin();
    Thread.sleep(1_000);
    broker.allow(USER, PASSWORD);

    // When it takes our login
    listening();
    broker.send(TOPIC, request(identifier));
    World.await("the resync", () -> resyncs() == 1);

    // Then nothing that an operator can look at holds it
    Set<ObjectName> beans = Jmx.all("*");
    List<String> shown =
        Stream.of(
                Jmx.all("type=routes,*").stream().map(Jmx::dump),
                beans.stream().map(ObjectName::toString),
                beans.stream().flatMap(bean -> Jmx.attributes(bean).stream()))
            .flatMap(texts -> texts)
            .toList();
    assertThat(shown).anyMatch(text -> text.contains("kafka:resync-requests"));
    assertThat(shown).noneMatch(text -> text.contains(USER)).noneMatch(t -> t.contains(PASSWORD));
    assertThat(world.masked(USER + " " + PASSWORD)).isEqualTo("*** ***");
  }
}
