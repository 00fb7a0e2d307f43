package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.cli.demo.DemoWorld;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Portage as a shell sees it: a process with an environment, two streams and an exit code. */
@Tag("slow")
class ProcessTest {

  @TempDir Path directory;

  @Test
  void threeMistakesAreThreeLines() throws Exception {
    Ended ended =
        run(
            Map.of(
                "OCEAN__PORT__CLIENT_ID", "id",
                "OCEAN__INTEGRATION__CONFIG__BASE_URL", "ftp://nowhere",
                "OCEAN__INTEGRATION__CONFIG__PAGE_SIZE", "many"),
            "run");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).matches("OCEAN__\\S+: .+; expected .+"))
        .anySatisfy(line -> assertThat(line).startsWith("OCEAN__PORT__CLIENT_SECRET: "))
        .anySatisfy(line -> assertThat(line).startsWith("OCEAN__INTEGRATION__CONFIG__BASE_URL: "))
        .anySatisfy(line -> assertThat(line).startsWith("OCEAN__INTEGRATION__CONFIG__PAGE_SIZE: "));
  }

  @Test
  void aRunThatIsCompleteSaysSoAndHidesItsSecrets() throws Exception {
    try (DemoWorld world = DemoWorld.start(0)) {
      Map<String, String> environment = new HashMap<>(world.environment());
      environment.put("APPLICATION__LOG_LEVEL", "DEBUG");

      Ended ended = run(environment);

      assertThat(ended.code()).isZero();
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err())
          .anyMatch(line -> line.matches(".* INFO .* resync \\S+: complete"))
          .anyMatch(
              line -> line.matches(".* GET /teams, page 1: 200, \\d+ bytes in \\d+ ms, attempt 1"))
          .noneMatch(line -> line.contains("demo-token"))
          .noneMatch(line -> line.contains("demo-secret"));
      assertThat(world.catalog().catalog().count("team")).isPositive();
    }
  }

  /** A collector that nobody listens at is enough to load the classes. */
  @ParameterizedTest
  @CsvSource({"http://127.0.0.1:1, true, false", "http://127.0.0.1:1, false, true"})
  void classesOfTracesAreLoadedOnlyWhenTracesAreOn(
      String collector, boolean disabled, boolean loaded) throws Exception {
    try (DemoWorld world = DemoWorld.start(0)) {
      Path classes = directory.resolve("classes-" + loaded);
      Map<String, String> environment = new HashMap<>(world.environment());
      environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector);
      environment.put("OTEL_SDK_DISABLED", Boolean.toString(disabled));
      environment.put("PORTAGE__LOG__FORMAT", "json");
      environment.put("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + classes);

      Ended ended = run(environment);

      assertThat(ended.code()).isZero();
      assertThat(
              Files.readAllLines(classes).stream()
                  .anyMatch(line -> line.contains(" io.opentelemetry.")))
          .isEqualTo(loaded);
      assertThat(ended.err().stream().filter(line -> !line.startsWith("NOTE: ")))
          .isNotEmpty()
          .allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"));
    }
  }

  @Test
  void aMappingThatIsNoneIsAMistakeOfTheConfiguration() throws Exception {
    try (DemoWorld world = DemoWorld.start(0)) {
      Path mapping = Files.writeString(directory.resolve("mapping.yaml"), "resources: 7\n");

      Ended ended = run(world.environment(), "run", "--mapping", mapping.toString());

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err())
          .anyMatch(line -> line.contains("mapping.yaml:1:12: resources: is 7; "));
    }
  }

  @Test
  void withoutPortNothingCanRun() throws Exception {
    Map<String, String> environment;
    try (DemoWorld world = DemoWorld.start(0)) {
      environment = new HashMap<>(world.environment());
      // The sample API knows no login: whoever takes it for Port is refused for good.
      environment.put("OCEAN__PORT__BASE_URL", world.api().url());

      Ended ended = run(environment);

      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.err()).anyMatch(line -> line.contains("ERROR") && line.contains("401"));
    }
  }

  private record Ended(int code, List<String> out, List<String> err) {}

  /** Runs in an empty directory with this environment alone. */
  private Ended run(Map<String, String> environment, String... arguments) throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.directory(Files.createDirectories(directory.resolve("empty")).toFile());
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
      return new Ended(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.portage.Main"));
    command.addAll(List.of(arguments));
    return command;
  }
}
