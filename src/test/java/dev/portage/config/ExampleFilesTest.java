package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.auth.BearerToken;
import dev.portage.auth.NoAuthentication;
import dev.portage.jq.JqOptions;
import dev.portage.pagination.NoPagination;
import dev.portage.pagination.PagePagination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that a user begins with are right, and so is every line that is commented out. */
class ExampleFilesTest {
  private static final Path FOLDER = Path.of("config");
  private static final Map<String, String> VARIABLES =
      Map.of(
          "PORT_CLIENT_ID", "id",
          "PORT_CLIENT_SECRET", "secret",
          "TEAM_API_URL", "https://teams.example.com",
          "TEAM_API_TOKEN", "token");

  @TempDir Path directory;

  @Test
  void theConnectionLoads() {
    Settings settings = SettingsReader.read(VARIABLES, Path.of(""), List.of());

    assertThat(settings.source().baseUrl()).isEqualTo("https://teams.example.com");
    assertThat(settings.source().authentication()).isEqualTo(new NoAuthentication());
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void theConnectionChangesNothingForThoseWhoUseTheEnvironment() {
    Map<String, String> environment = new HashMap<>(ConfigTesting.minimal());
    // By default it lies in the working directory, which is another one here.
    environment.put("PORTAGE__STATE__DIRECTORY", directory.toString());
    Settings plain = SettingsReader.read(environment, directory, List.of());

    assertThat(SettingsReader.read(environment, Path.of(""), List.of())).isEqualTo(plain);
  }

  @Test
  void everyLineThatIsCommentedOutLoads() throws IOException {
    List<String> lines =
        Files.readAllLines(FOLDER.resolve("portage.yaml")).stream()
            .map(line -> line.replaceFirst("^( *)#(?=[a-z]|  [a-z])", "$1"))
            .toList();
    Files.write(directory.resolve("config.yaml"), lines);
    Path mapping = directory.resolve("config").resolve("port-app-config.yml");
    Files.createDirectory(mapping.getParent());
    Files.copy(FOLDER.resolve("port-app-config.yml"), mapping);

    Settings settings = SettingsReader.read(VARIABLES, directory, List.of());

    assertThat(settings.warnings()).isEmpty();
    assertThat(settings.run().mappingFile()).isEqualTo(mapping);
    assertThat(settings.run().scheduledResyncInterval()).isEqualTo(Duration.ofHours(1));
    assertThat(settings.source().timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.source().headers()).containsEntry("X-Tenant", "acme");
    assertThat(settings.source().allowedOrigins()).hasSize(1);
  }

  @Test
  void theMappingLoads() {
    MappingDocument mapping =
        MappingReader.read(
            FOLDER.resolve("port-app-config.yml"), ConfigTesting.source(), JqOptions.DEFAULT);

    assertThat(mapping.problems()).isEmpty();
    assertThat(mapping.resources())
        .extracting(resource -> resource.literalBlueprint().orElseThrow())
        .containsExactly("team", "user", "membership");
    assertThat(mapping.resources().get(2).selector().pathParameters()).containsOnlyKeys("team_id");
    assertThat(mapping.resources().get(2).selector().pagination()).isEqualTo(new NoPagination());
  }

  @Test
  void theVariablesLoadOnceTheyAreFilledIn() throws IOException {
    String filled =
        Files.readString(FOLDER.resolve(".env.example"))
            .replaceAll("(?m)^(.*_(?:ID|SECRET|TOKEN))=$", "$1=x")
            .replaceAll("(?m)^(.*_URL)=$", "$1=https://teams.example.com")
            .replaceAll("(?m)^# (?=[A-Z]+__.*PAG)", "");
    Files.writeString(directory.resolve(".env"), filled);

    Settings settings = SettingsReader.read(new HashMap<>(), directory, List.of());

    assertThat(settings.warnings()).isEmpty();
    assertThat(settings.source().authentication()).isInstanceOf(BearerToken.class);
    assertThat(settings.source().pagination()).isInstanceOf(PagePagination.class);
  }
}
