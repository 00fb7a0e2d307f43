package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.sink.DefaultResources;
import dev.portage.sink.DefaultResources.Scorecard;
import dev.portage.sink.Origin;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 5.2, step 5, and {@code RESOURCES_PATH} of 2.4. */
class ResourceFolderTest extends SettingsFixture {
  private static final String FOLDER = ".port/resources/";

  private DefaultResources resources() {
    return read().run().installation().resources();
  }

  private static ObjectNode object(String text) {
    return (ObjectNode) ConfigTesting.json(text);
  }

  @Test
  void aWholeFolderIsRead() throws IOException {
    // Given
    file(FOLDER + "blueprints.json", "[{\"identifier\": \"a\"},", "\t{\"identifier\": \"b\"}]");
    file(
        FOLDER + "port-app-config.yml",
        "delete_dependent_entities: false",
        "resources: [{kind: /a}]");
    file(FOLDER + "actions.json", "[{\"identifier\": \"restart\"}]");
    file(
        FOLDER + "scorecards.json",
        "[{\"blueprint\": \"a\", \"data\": [{\"identifier\": \"s1\"}, {\"identifier\": \"s2\"}]}]");
    file(FOLDER + "pages.yaml", "- identifier: first");
    file(FOLDER + "pages/2.json", "{\"identifier\": \"third\"}");
    file(FOLDER + "pages/1.yml", "[{identifier: second}]");
    file(FOLDER + "README.md", "not read");

    // When
    DefaultResources read = resources();

    // Then
    assertThat(read.blueprints())
        .containsExactly(object("{identifier: a}"), object("{identifier: b}"));
    assertThat(read.mapping())
        .isEqualTo(
            object(
                "{deleteDependentEntities: false, createMissingRelatedEntities: true,"
                    + " enableMergeEntity: true, entityDeletionThreshold: 0.9,"
                    + " resources: [{kind: /a}]}"));
    assertThat(read.actions()).containsExactly(object("{identifier: restart}"));
    assertThat(read.scorecards())
        .containsExactly(
            new Scorecard("a", object("{identifier: s1}")),
            new Scorecard("a", object("{identifier: s2}")));
    assertThat(read.pages())
        .containsExactly(
            object("{identifier: first}"),
            object("{identifier: second}"),
            object("{identifier: third}"));
  }

  @ParameterizedTest
  @CsvSource({
    // INITIALIZE, ORIGIN, is the folder read?
    ",      ,        true",
    "true,  Default, true",
    "true,  Ocean,   true",
    "true,  Port,    true",
    "true,  Empty,   false",
    "false, ,        false",
    "false, Default, false",
  })
  void theFolderIsReadOnlyWhereItMatters(String initialize, String origin, boolean expected)
      throws IOException {
    // Given
    file(FOLDER + "blueprints.json", "[{\"identifier\": \"a\"}]");
    if (initialize != null) {
      environment.put("OCEAN__INITIALIZE_PORT_RESOURCES", initialize);
    }
    if (origin != null) {
      environment.put("OCEAN__CREATE_PORT_RESOURCES_ORIGIN", origin);
    }

    // Then
    assertThat(resources().blueprints()).hasSize(expected ? 1 : 0);
    assertThat(read().run().installation().origin())
        .isEqualTo(Optional.ofNullable(origin).flatMap(Origin::of));
  }

  @Test
  void withoutAFolderThereIsAnEmptyMapping() {
    assertThat(resources()).isEqualTo(DefaultResources.none());
    assertThat(read().warnings()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereIsAWarning() {
    environment.put("OCEAN__RESOURCES_PATH", "elsewhere");

    assertThat(resources()).isEqualTo(DefaultResources.none());
    assertThat(read().warnings())
        .containsExactly(
            "OCEAN__RESOURCES_PATH: is no folder; no default resources are created from it");
  }

  @Test
  void anotherFolderIsReadInstead() throws IOException {
    environment.put("OCEAN__RESOURCES_PATH", "own/");
    file("own/blueprints.yml", "- identifier: mine");
    file(FOLDER + "blueprints.json", "broken");

    assertThat(resources().blueprints()).containsExactly(object("{identifier: mine}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "blueprints.json | [{]             | blueprints.json: is no JSON (line 1, column 3); expected a file with YAML or JSON",
        "blueprints.json | [] trailing     | blueprints.json: is no JSON (line 1, column 12); expected a file with YAML or JSON",
        "blueprints.yml  | a: [            | blueprints.yml: is no YAML (line 1, column 5); expected a file with YAML or JSON",
        "blueprints.json | {}              | blueprints.json: is an object; expected a list",
        "blueprints.json | [1]             | blueprints.json[0]: is 1; expected an object",
        "blueprints.json | [{}]            | blueprints.json[0].identifier: is missing; expected a text",
        "blueprints.json | [{\"identifier\": 1}] | blueprints.json[0].identifier: is 1; expected a text",
        "blueprints.yml  | [{identifier: a}, {identifier: a}] | blueprints.yml[1].identifier: is there twice; expected another identifier for each blueprint",
        "blueprints.txt  | []              | blueprints.txt: is no JSON or YAML by its name; expected .json, .yaml or .yml",
        "port-app-config.yml | []          | port-app-config.yml: is a list; expected an object",
        "actions.json    | {}              | actions.json: is an object; expected a list",
        "scorecards.json | [{\"data\": []}] | scorecards.json[0].blueprint: is missing; expected a text",
        "scorecards.yml  | [{blueprint: a}] | scorecards.yml[0].data: is missing; expected a list",
        "scorecards.yml  | [{blueprint: a, data: [x]}] | scorecards.yml[0].data[0]: is \"x\"; expected an object",
        "pages/p.json    | text            | pages/p.json: is no JSON (line 1, column 5); expected a file with YAML or JSON",
        "pages/p.yml     | text            | pages/p.yml: is \"text\"; expected a list",
      })
  void aMistakeIsToldWithItsPlace(String file, String content, String expected) throws IOException {
    file(FOLDER + file, content);

    assertThat(problems()).extracting(Problem::toString).containsExactly(FOLDER + expected);
  }

  @Test
  void twoFilesOfOneNameAreAMistake() throws IOException {
    file(FOLDER + "blueprints.json", "[]");
    file(FOLDER + "blueprints.yml", "[]");

    assertThat(problems())
        .extracting(Problem::toString)
        .containsExactly(
            FOLDER + "blueprints.yml: is there as blueprints.json, too; expected one of them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"blueprints.json", "port-app-config.yml", "actions.yaml", "pages/a.json"})
  void anEmptyFileIsNothing(String file) throws IOException {
    file(FOLDER + file, "");

    assertThat(resources()).isEqualTo(DefaultResources.none());
  }

  @Test
  void allMistakesAreToldAtOnce() throws IOException {
    file(FOLDER + "blueprints.json", "{}");
    file(FOLDER + "actions.json", "{}");
    environment.put("OCEAN__RUNTIME", "cloud");

    assertThat(problems())
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "OCEAN__RUNTIME", FOLDER + "blueprints.json", FOLDER + "actions.json");
  }

  @ParameterizedTest
  @CsvSource({", OnPrem", "OnPrem, OnPrem", "saas, Saas", "SAAS, Saas", "on_prem, OnPrem"})
  void theRuntimeIsAWord(String typed, String expected) {
    if (typed != null) {
      environment.put("OCEAN__RUNTIME", typed);
    }

    assertThat(read().run().installation().runtime()).isEqualTo(expected);
  }
}
