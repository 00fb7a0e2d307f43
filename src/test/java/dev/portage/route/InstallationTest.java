package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.config.InstallationSettings;
import dev.portage.http.Secret;
import dev.portage.route.call.JsonBody;
import dev.portage.route.start.CannotStart;
import dev.portage.route.start.Installation;
import dev.portage.sink.DefaultResources;
import dev.portage.sink.DefaultResources.Scorecard;
import dev.portage.sink.Origin;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 5, call by call. */
class InstallationTest {
  private static final PortApi API =
      new PortApi("https://port.test", "id", new Secret("secret"), "custom", "acme", "1.0.0");
  private static final String ANNOUNCED =
      "'installationAppType':'custom','version':'1.0.0','changelogDestination':{},"
          + "'processingMode':'ocean-core'";
  private static final String TYPES = "GET /integration/provision-enabled";
  private static final String FLAGS = "GET /organization";
  private static final String GET = "GET /integration/acme";
  private static final String POST = "POST /integration";
  private static final String PATCH = "PATCH /integration/acme";

  private final ScriptedPort port = new ScriptedPort();
  private final List<Duration> pauses = new ArrayList<>();

  private static JsonNode json(String text) {
    try {
      return JsonBody.MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<ObjectNode> objects(String text) {
    List<ObjectNode> all = new ArrayList<>();
    json(text).forEach(one -> all.add((ObjectNode) one));
    return all;
  }

  /** Blueprints a and b that refer to each other; b has a mirror property. */
  private static DefaultResources resources() {
    ObjectNode mapping = DefaultResources.emptyMapping();
    mapping.withArray("resources").addObject().put("kind", "/a");
    return new DefaultResources(
        mapping,
        objects(
            "[{'identifier':'a','relations':{'b':{'target':'b'}}},"
                + "{'identifier':'b','relations':{'a':{'target':'a'}},"
                + "'mirrorProperties':{'m':{'path':'a.$title'}}},{'identifier':'c'}]"),
        objects("[{'identifier':'restart'}]"),
        List.of(new Scorecard("a", objects("[{'identifier':'ready'}]").get(0))),
        objects("[{'identifier':'home'}]"));
  }

  private void prepare(boolean initialize, @Nullable Origin origin, DefaultResources resources) {
    new Installation(
            new InstallationSettings("OnPrem", initialize, origin, resources),
            json("{}"),
            API,
            port,
            pauses::add)
        .prepare();
  }

  private ScriptedPort provisioning() {
    return port.on(TYPES, 200, "{\"integrations\": [\"jira\", \"custom\"]}")
        .on(
            FLAGS,
            200,
            "{\"organization\": {\"id\": \"o\", \"featureFlags\": [\"USE_PROVISIONED_DEFAULTS\"]}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // stored | INITIALIZE | ORIGIN | calls
        "ANNOUNCED,'arePortResourcesInitialized':true,'config':{'resources':[]} | true | | GET",
        "'version':'0','arePortResourcesInitialized':true | true | | GET, PATCH",
        "'version':'0','arePortResourcesInitialized':true | true | Port | GET, PATCH",
        "ANNOUNCED,'config':{} | false | Default | GET",
        "ANNOUNCED,'config':{} | false | | GET, TYPES",
        "ANNOUNCED,'config':{} | true | Default | GET, PATCH/config, PATCH",
        "ANNOUNCED,'config':null | true | Default | GET, PATCH/config, PATCH",
        "ANNOUNCED,'config':{'resources':[]} | true | Default | GET, PATCH",
        "ANNOUNCED,'config':{} | true | Empty | GET, PATCH",
        "ANNOUNCED,'config':{},'createPortResourcesOrigin':'Ocean' | true | Empty"
            + " | GET, PATCH/config, PATCH",
        "ANNOUNCED,'config':{'resources':[]},'createPortResourcesOrigin':'Port' | true | | GET",
        "ANNOUNCED,'config':{},'createPortResourcesOrigin':'Port' | true | | GET, GET",
        "ANNOUNCED,'config':{},'createPortResourcesOrigin':'Unheard' | true | Empty | GET, PATCH",
        " | true | Default | GET, POST, PATCH, PATCH",
        " | false | Default | GET, POST, PATCH",
        " | true | Empty | GET, POST, PATCH, PATCH",
        " | true | | GET, TYPES, POST, PATCH, PATCH",
        " | true | Port | GET, TYPES, POST, PATCH, PATCH",
      })
  void eachStateTakesTheseCalls(
      @Nullable String stored, boolean initialize, @Nullable String origin, String calls) {
    // Given
    if (stored != null) {
      port.holding(json("{" + stored.replace("ANNOUNCED", ANNOUNCED) + "}"));
      if (stored.contains("'Port'")) {
        port.provisioningAfter(1);
      }
    }

    // When
    prepare(
        initialize,
        origin == null ? null : Origin.of(origin).orElseThrow(),
        DefaultResources.none());

    // Then
    assertThat(String.join(", ", port.asked()))
        .isEqualTo(
            calls
                .replace("GET", GET)
                .replace("PATCH", PATCH)
                .replace("POST", POST)
                .replace("TYPES", TYPES));
    assertThat(pauses).isEmpty();
  }

  @Test
  void anotherRuntimeEndsTheStart() {
    port.holding(json("{'installationType':'SaasOauth2'}"));

    assertThatThrownBy(() -> prepare(true, null, DefaultResources.none()))
        .isInstanceOf(CannotStart.class)
        .hasMessage(
            "OCEAN__RUNTIME: is OnPrem, and Port has acme stored as an installation of type"
                + " SaasOauth2; expected the runtime of that type, or another"
                + " OCEAN__INTEGRATION__IDENTIFIER");
    assertThat(port.asked()).containsExactly(GET);
  }

  @Test
  void aCreatedInstallationHasItsMapping() {
    prepare(true, Origin.DEFAULT, resources());

    assertThat(port.body(POST).path("config")).isEqualTo(resources().mapping());
    assertThat(port.body(POST).path("createPortResourcesOrigin").asText()).isEqualTo("Default");
    assertThat(port.asked()).doesNotContain(PATCH + "/config");
  }

  @Test
  void anEmptyStartDoesNotReplaceAMappingThatIsThere() {
    port.holding(json("{" + ANNOUNCED + ",'config':{'resources':[{'kind':'/mine'}]}}"));

    prepare(true, Origin.EMPTY, resources());

    assertThat(port.body(PATCH))
        .isEqualTo(json("{'arePortResourcesInitialized':true,'version':'1.0.0'}"));
  }

  @Test
  void anAttemptThatArrivedBeforeIsNoConflict() {
    // Given an installation that comes into being while it is created
    port.on(POST, 409, "{\"error\": \"conflict\"}");
    List<String> first = new ArrayList<>();
    ScriptedPort later = new ScriptedPort().holding(json("{" + ANNOUNCED + ",'config':{}}"));

    // When
    new Installation(
            new InstallationSettings("OnPrem", true, Origin.EMPTY, DefaultResources.none()),
            json("{}"),
            API,
            request -> {
              first.add(request.method());
              return first.size() <= 2 ? port.apply(request) : later.apply(request);
            },
            pauses::add)
        .prepare();

    // Then
    assertThat(port.asked()).containsExactly(GET, POST);
    assertThat(later.asked()).containsExactly(GET, PATCH);
  }

  @Test
  void portsOwnDefaultsAreWaitedFor() {
    provisioning().provisioningAfter(4);

    prepare(true, null, resources());

    assertThat(port.body(POST).path("config")).isEqualTo(json("{}"));
    assertThat(port.asked())
        .containsExactly(GET, TYPES, FLAGS, POST, GET, GET, GET, GET, GET, PATCH);
    assertThat(pauses).extracting(Duration::toSeconds).containsExactly(3L, 4L, 6L, 9L);
    assertThat(port.blueprints()).isEmpty();
  }

  @Test
  void portsOwnDefaultsAreNotWaitedForForEver() {
    provisioning().provisioningAfter(1000);

    assertThatThrownBy(() -> prepare(true, Origin.PORT, resources()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("integration acme: Port has not created its default resources in");
    assertThat(pauses).hasSize(29);
    assertThat(port.asked()).filteredOn(GET::equals).hasSize(31);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | {\"error\": \"forbidden\"}  | 200 | {}",
        "404 | {}                          | 200 | {}",
        "500 | {}                          | 200 | {}",
        "200 | {}                          | 200 | {}",
        "200 | {\"integrations\": null}    | 200 | {}",
        "200 | {\"integrations\": [null]}  | 200 | {}",
        "200 | {\"integrations\": [\"a\"]} | 200 | {}",
        "200 | {\"integrations\": [\"custom\"]} | 403 | {}",
        "200 | {\"integrations\": [\"custom\"]} | 404 | {}",
        "200 | {\"integrations\": [\"custom\"]} | 200 | null",
        "200 | {\"integrations\": [\"custom\"]} | 200 | {\"organization\": null}",
        "200 | {\"integrations\": [\"custom\"]} | 200 | {\"organization\": {\"id\": \"o\"}}",
        "200 | {\"integrations\": [\"custom\"]} | 200 |"
            + " {\"organization\": {\"id\": \"o\", \"featureFlags\": null}}",
        "200 | {\"integrations\": [\"custom\"]} | 200 |"
            + " {\"organization\": {\"id\": \"o\", \"featureFlags\": [\"OTHER\"]}}",
      })
  void aPortThatDoesNotSayItProvisionsDoesNot(
      int typesStatus, String types, int flagsStatus, String flags) {
    port.on(TYPES, typesStatus, types).on(FLAGS, flagsStatus, flags);

    prepare(true, Origin.PORT, DefaultResources.none());

    assertThat(port.body(POST).path("createPortResourcesOrigin").asText()).isEqualTo("Default");
    assertThat(port.asked()).endsWith(PATCH);
  }

  @Test
  void defaultResourcesAreCreatedInStages() {
    port.holding(json("{" + ANNOUNCED + ",'config':{}}"));

    prepare(true, Origin.DEFAULT, resources());

    assertThat(port.asked())
        .containsExactly(
            GET,
            PATCH + "/config",
            "GET /blueprints/a",
            "GET /blueprints/b",
            "GET /blueprints/c",
            "POST /blueprints a",
            "POST /blueprints b",
            "POST /blueprints c",
            "PATCH /blueprints/a a",
            "PATCH /blueprints/b b",
            "PATCH /blueprints/b b",
            "POST /actions restart",
            "POST /blueprints/a/scorecards ready",
            "POST /pages home",
            PATCH);
    assertThat(port.body(PATCH + "/config").path("config")).isEqualTo(resources().mapping());
    assertThat(port.body("POST /blueprints a")).isEqualTo(json("{'identifier':'a'}"));
    assertThat(port.body("PATCH /blueprints/b b")).isEqualTo(resources().blueprints().get(1));
  }

  @Test
  void oneBlueprintThatIsThereMeansThatNothingIsCreated() {
    port.holding(json("{" + ANNOUNCED + ",'config':{'resources':[]}}")).withBlueprint("b");

    prepare(true, Origin.DEFAULT, resources());

    assertThat(port.asked())
        .containsExactly(GET, "GET /blueprints/a", "GET /blueprints/b", "GET /blueprints/c", PATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST /blueprints a", "POST /blueprints c", "PATCH /blueprints/b b"})
  void aBlueprintThatIsRefusedTakesTheOthersWithIt(String refused) {
    // Given
    port.holding(json("{" + ANNOUNCED + ",'config':{'resources':[]}}"))
        .on(refused, 422, "{\"error\": \"invalid_request\", \"message\": \"no good\"}");

    // Then
    assertThatThrownBy(() -> prepare(true, Origin.DEFAULT, resources()))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("Port answered 422 invalid_request: no good")
        .hasMessageEndingWith("or OCEAN__INITIALIZE_PORT_RESOURCES=false");
    assertThat(port.blueprints()).isEmpty();
    assertThat(port.asked()).doesNotContain("POST /actions restart", PATCH);
  }

  @Test
  void whatSomebodyElseCreatedMeanwhileIsCompletedAndNotRemoved() {
    // Given
    port.holding(json("{" + ANNOUNCED + ",'config':{'resources':[]}}"))
        .on("POST /blueprints b", 409, "{}")
        .on("PATCH /blueprints/b b", 422, "{}");

    // Then
    assertThatThrownBy(() -> prepare(true, Origin.DEFAULT, resources()))
        .isInstanceOf(CannotStart.class);
    assertThat(port.asked()).endsWith("DELETE /blueprints/c", "DELETE /blueprints/a");
  }

  @Test
  void blueprintsThatHoldEachOtherAreTriedAgainWhileThatHelps() {
    // Given c is refused, b goes only after a, and a is removed at once
    port.holding(json("{" + ANNOUNCED + ",'config':{'resources':[]}}"))
        .on("POST /blueprints c", 422, "{}")
        .on("DELETE /blueprints/b", 409, "{}");

    // Then
    assertThatThrownBy(() -> prepare(true, Origin.DEFAULT, resources()))
        .isInstanceOf(CannotStart.class);
    assertThat(port.asked())
        .endsWith("DELETE /blueprints/b", "DELETE /blueprints/a", "DELETE /blueprints/b");
  }

  @Test
  void whatHangsOnBlueprintsIsNoReasonToFail() {
    // Given
    port.holding(json("{" + ANNOUNCED + ",'config':{'resources':[]}}"))
        .on("POST /actions restart", 403, "{}")
        .on("POST /blueprints/a/scorecards ready", 422, "{}")
        .on("POST /pages home", 409, "{}");

    // When
    prepare(true, Origin.DEFAULT, resources());

    // Then
    assertThat(port.asked()).endsWith("POST /pages home", PATCH);
  }

  @Test
  void aPortThatDoesNotTakeTheAnnouncementIsServedAllTheSame() {
    port.holding(json("{'arePortResourcesInitialized':true}")).on(PATCH, 422, "{}");

    prepare(true, null, DefaultResources.none());

    assertThat(port.asked()).containsExactly(GET, PATCH);
  }

  @Test
  void aPortThatRefusesTheInstallationEndsTheStart() {
    port.on(POST, 403, "{\"error\": \"forbidden\", \"message\": \"not yours\"}");

    assertThatThrownBy(() -> prepare(true, Origin.EMPTY, DefaultResources.none()))
        .isInstanceOf(PortException.class)
        .hasMessage("integration acme: Port answered 403 forbidden: not yours");
  }

  @Test
  void aConflictWithSomethingElseIsTold() {
    port.on(POST, 409, "{\"error\": \"conflict\", \"message\": \"taken\"}");

    assertThatThrownBy(() -> prepare(true, Origin.EMPTY, DefaultResources.none()))
        .isInstanceOf(PortException.class)
        .hasMessage("integration acme: Port answered 409 conflict: taken");
    assertThat(port.asked()).containsExactly(GET, POST, GET);
  }

  @Test
  void aPortThatAnswersNullsIsUnderstood() {
    port.holding(
        json(
            "{'config':null,'installationType':null,'createPortResourcesOrigin':null,"
                + "'arePortResourcesInitialized':null,'version':null,'changelogDestination':null,"
                + "'processingMode':null,'installationAppType':null}"));

    prepare(true, Origin.DEFAULT, DefaultResources.none());

    assertThat(port.asked()).containsExactly(GET, PATCH, PATCH + "/config", PATCH);
  }
}
