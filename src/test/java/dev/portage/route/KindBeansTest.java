package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What JMX shows of each kind and of the process, and what it can be asked to do. */
class KindBeansTest {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void start() {
    world = new World(directory);
  }

  @AfterEach
  void end() {
    world.close();
  }

  private static Set<ObjectName> beans() throws Exception {
    return SERVER.queryNames(new ObjectName("dev.portage:*"), null);
  }

  private static ObjectName kind(String slug) throws Exception {
    return new ObjectName("dev.portage:type=kinds,name=" + ObjectName.quote(slug));
  }

  @Test
  void aKindIsShownWithItsCountsAndCanBePaused() throws Exception {
    // Given
    world.api().on("/users", "[{\"id\": 1}, {\"id\": 2}, {\"name\": \"nobody\"}]");
    world.map(Kind.of("/users", "user").selecting(".id != 2"));

    // When
    world.resync();

    // Then
    assertThat(SERVER.getAttribute(kind("users"), "State")).isEqualTo("complete");
    assertThat(SERVER.getAttribute(kind("users"), "Read")).isEqualTo(3L);
    assertThat(SERVER.getAttribute(kind("users"), "Filtered")).isEqualTo(1L);
    assertThat(SERVER.getAttribute(kind("users"), "Skipped")).isEqualTo(1L);
    assertThat(SERVER.getAttribute(kind("users"), "Created")).isEqualTo(1L);
    assertThat(SERVER.getAttribute(kind("users"), "RequestsByStatus")).isEqualTo("200: 1");

    SERVER.invoke(kind("users"), "pause", new Object[0], new String[0]);
    assertThat(SERVER.getAttribute(kind("users"), "State")).isEqualTo("paused");
    SERVER.invoke(kind("users"), "resume", new Object[0], new String[0]);
    assertThat(SERVER.getAttribute(kind("users"), "State")).isEqualTo("complete");
  }

  @Test
  void everyAttributeAndOperationSaysWhatItIs() throws Exception {
    world.api().on("/users", "[]");
    world.map(Kind.of("/users", "user"));
    world.resync();

    assertThat(beans()).hasSize(2);
    for (ObjectName bean : beans()) {
      MBeanInfo info = SERVER.getMBeanInfo(bean);
      assertThat(info.getAttributes()).hasSizeGreaterThan(15);
      assertThat(
              Stream.concat(
                  Arrays.stream(info.getAttributes()),
                  // A model MBean also lists the getters of its attributes.
                  Arrays.stream(info.getOperations())
                      .filter(operation -> !operation.getName().matches("(get|is)[A-Z].*"))))
          .allSatisfy(
              (MBeanFeatureInfo feature) ->
                  assertThat(feature.getDescription())
                      .as(feature.getName())
                      .hasSizeGreaterThan(10)
                      .isNotEqualTo(feature.getName()));
      for (var attribute : info.getAttributes()) {
        assertThat(SERVER.getAttribute(bean, attribute.getName())).isNotNull();
      }
    }
  }

  @Test
  void aBeanComesAndGoesWithItsRoute() throws Exception {
    world.map(Kind.of("/users", "user"), Kind.of("/teams", "team"));
    world.api().on("/users", "[]").on("/teams", "[]");
    world.resync();
    assertThat(beans()).contains(kind("users"), kind("teams"));

    world.map(Kind.of("/teams", "team"));
    world.resync();
    assertThat(beans()).contains(kind("teams")).doesNotContain(kind("users"));

    world.stop();
    assertThat(beans()).isEmpty();
  }

  @Test
  void awkwardNamesGiveDistinctBeansAndRoutes() throws Exception {
    world.map(AwkwardNames.mapping());

    world.resync();

    assertThat(world.watch().kinds()).hasSize(AwkwardNames.ALL.size());
    Set<Object> kinds =
        world.watch().kinds().stream()
            .map(
                status -> {
                  try {
                    return SERVER.getAttribute(kind(status.kind().slug()), "Kind");
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .collect(Collectors.toSet());
    assertThat(kinds).containsExactlyInAnyOrderElementsOf(AwkwardNames.ALL);
    assertThat(Jmx.ids("routes").stream().filter(id -> id.startsWith("kind-")))
        .hasSize(AwkwardNames.ALL.size());
  }
}
