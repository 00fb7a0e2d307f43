package dev.portage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * "Connect your API in five steps", word for word: the blocks of README are run in a shell, and
 * what it says they print is compared. Only the addresses are those of the test.
 */
@Tag("slow")
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```(\\w*)\\n(.*?)```", Pattern.DOTALL);
  private static final int SECONDS = 120;

  @TempDir Path directory;

  private record Said(int code, String out, String err) {}

  @Test
  void theFiveStepsWorkAsTheyAreWritten() throws Exception {
    LocalCatalog catalog = new LocalCatalog(true);
    try (LocalCatalogServer port = LocalCatalogServer.start(catalog, 0);
        ExampleApi api = new ExampleApi(teams())) {
      Files.writeString(directory.resolve("my-mapping.yml"), block("resources:"));
      launcher();
      String variables =
          block("export OCEAN__PORT__BASE_URL=http://127.0.0.1:3400")
              .replace("http://127.0.0.1:3400", port.url())
              .replace("https://api.example.com", api.url());
      String setUp = "set -e\nexport MY_API_TOKEN=token\n" + variables;

      Said checked = run(setUp + block("./portage validate") + block("echo '{\"id\": 7"));
      String fine = block("no problems").replace("http://127.0.0.1:3400", port.url());
      assertThat(checked).isEqualTo(new Said(0, fine + "\"7 Core\"\n", ""));

      compareMistakes(setUp);

      Said ran = run(setUp + block("./portage run"));
      assertThat(ran.code()).as(ran.err()).isZero();
      assertThat(api.surprises()).isEmpty();
      compareReport(ran.err());
      assertThat(catalog.count("team")).isEqualTo(2);
      assertThat(catalog.count("membership")).isEqualTo(3);

      Said again = run(setUp + block("./portage run"));
      assertThat(again.err())
          .contains(
              "/api/v1/teams                           3         1         0         2          2  "
                  + "       0");
    }
  }

  /** The mistakes that README makes on purpose. */
  private void compareMistakes(String setUp) throws Exception {
    Path mapping = directory.resolve("my-mapping.yml");
    String good = Files.readString(mapping);
    Files.writeString(
        mapping,
        good.replaceFirst("data_path: .teams", "datapath: .teams")
            .replaceFirst("title: .name", "title: (.name"));

    Said wrong = run(setUp + block("./portage validate"));

    Files.writeString(mapping, good);
    assertThat(wrong.code()).isEqualTo(2);
    List<String> printed = wrong.out().lines().toList();
    List<String> shown = block("my-mapping.yml:").lines().toList();
    assertThat(printed).hasSize(shown.size() + 1);
    for (int i = 0; i < shown.size(); i++) {
      String[] parts = shown.get(i).split("\\.\\.\\.");
      assertThat(printed.get(i)).contains(parts);
    }
  }

  /** Kinds run side by side, so who creates a user is not certain: the first columns count. */
  private static void compareReport(String log) throws IOException {
    List<String> shown = block("WARN  ExpressionSteps").lines().toList();
    assertThat(log).contains(shown.get(0).replaceFirst("WARN  ", ""));
    for (String line : shown.subList(2, 6)) {
      String counts = String.join(" ", Arrays.copyOf(line.strip().split("\\s+"), 6));
      assertThat(log.lines().map(one -> one.strip().replaceAll("\\s+", " ")))
          .anyMatch(one -> one.startsWith(counts));
    }
    assertThat(log).contains(shown.get(6), ": complete");
  }

  /** The block of the section that begins so. */
  private static String block(String start) throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    String section = readme.substring(readme.indexOf("## Connect your API in five steps"));
    return BLOCK
        .matcher(section)
        .results()
        .map(found -> found.group(2))
        .filter(text -> text.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError("README has no block that begins with " + start));
  }

  /** Stands for the launcher, which would build the jar. */
  private void launcher() throws IOException {
    Path file = directory.resolve("portage");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Files.writeString(
        file,
        "#!/bin/sh\nexec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' dev.portage.Main \"$@\"\n"
            .formatted(java, classPath()));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** With absolute paths: the shell works in another folder. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Said run(String script) throws Exception {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-c", script)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    shell
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(?i)(OCEAN|PORTAGE|APPLICATION).*"));
    Process process = shell.start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Said(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  /** The API of README. */
  private Path teams() throws IOException {
    Path folder = Files.createDirectory(directory.resolve("answers"));
    answer(
        folder,
        "/api/v1/teams",
        """
        {"teams": [{"id": "t1", "name": "Core", "lead": "u1"}, {"id": "t2", "name": "Web"},
                   {"id": "t3", "name": "Old", "archived": true}]}
        """);
    answer(
        folder,
        "/api/v1/users",
        "[{\"id\": \"u1\", \"name\": \"Ada\"}, {\"id\": \"u2\", \"name\": \"Linus\"}]");
    answer(
        folder,
        "/api/v1/teams/t1/members",
        "{\"members\": [{\"user_id\": \"u1\", \"role\": \"lead\"}, {\"user_id\": \"u2\", \"role\":"
            + " \"dev\"}]}");
    answer(
        folder,
        "/api/v1/teams/t2/members",
        "{\"members\": [{\"user_id\": \"u2\", \"role\": \"dev\"}, {\"user_id\": \"u3\", \"role\":"
            + " null}]}");
    answer(folder, "/api/v1/teams/t3/members", "{\"members\": []}");
    return folder;
  }

  private static void answer(Path folder, String path, String body) throws IOException {
    String file = path.substring(1).replace('/', '-') + ".json";
    Files.writeString(
        folder.resolve(file),
        "{\"request\": \"GET %s\", \"sent\": {\"Authorization\": \"Bearer token\"}, \"body\": %s}"
            .formatted(path, body));
  }
}
