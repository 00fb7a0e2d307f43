package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portage.pagination.OffsetPagination;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract, section 2.2, rule by rule. */
class EnvironmentGrammarTest extends SettingsFixture {
  private static final String INTEGRATION = "OCEAN__INTEGRATION";
  private static final String WHOLE_CONFIG = "OCEAN__INTEGRATION__CONFIG";

  @BeforeEach
  void offsetPagination() {
    environment.put(CONFIG + "PAGINATION_TYPE", "offset");
  }

  private OffsetPagination pagination() {
    return (OffsetPagination) read().source().pagination();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OCEAN__INTEGRATION__CONFIG__PAGE_SIZE",
        "ocean__integration__config__page_size",
        "Ocean__Integration__CONFIG__Page_Size"
      })
  void namesAreReadWhateverTheirCase(String name) {
    environment.put(name, "7");

    assertThat(pagination().pageSize()).isEqualTo(7);
  }

  @Test
  void wordsOfANameNeedTheirUnderscore() {
    environment.put(CONFIG + "PAGESIZE", "7");

    assertThat(pagination().pageSize()).isEqualTo(100);
    assertThat(read().warnings())
        .containsExactly(
            "settings that are not known and have no effect: "
                + "OCEAN__INTEGRATION__CONFIG__PAGESIZE (did you mean page_size?)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OCEAN__INTEGRATION__CONFIG | {\"pageSize\": 7}",
        "OCEAN__INTEGRATION__CONFIG | {\"page_size\": \"7\"}",
        "OCEAN__INTEGRATION         | {\"config\": {\"pageSize\": \"7\"}}",
        "OCEAN__INTEGRATION         | {\"config\": \"{\\\"pageSize\\\": 7}\"}",
      })
  void objectsMayBeJsonWithKeysInEitherCase(String name, String json) {
    environment.put(name, json);

    assertThat(pagination().pageSize()).isEqualTo(7);
  }

  @Test
  void objectsAndLeavesMergeAndTheLeafWins() {
    environment.put(INTEGRATION, "{\"identifier\": \"i\", \"config\": {\"pageSize\": 1}}");
    environment.put(
        WHOLE_CONFIG, "{\"pageSize\": 2, \"sizeParam\": \"n\", \"hasMorePath\": \"more\"}");
    environment.put(CONFIG + "SIZE_PARAM", "count");

    assertThat(read().identifier()).isEqualTo("i");
    assertThat(pagination().pageSize()).isEqualTo(2);
    assertThat(pagination().limitParam()).isEqualTo("count");
    assertThat(pagination().toString()).contains("more");
  }

  @Test
  void deeperNestingReachesIntoObjects() {
    environment.put(CONFIG + "CUSTOM_HEADERS", "{\"X-Kept\": \"As-Is\"}");
    environment.put(CONFIG + "CUSTOM_HEADERS__X_ADDED", "1");

    assertThat(read().source().headers())
        .containsExactlyInAnyOrderEntriesOf(Map.of("X-Kept", "As-Is", "x_added", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "TRUE", "1", "yes", "Yes", "on", "t", "y"})
  void trueHasManyForms(String text) {
    environment.put(CONFIG + "VERIFY_SSL", text);

    assertThat(read().source().verifyTls()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "False", "0", "no", "NO", "off", "f", "n"})
  void falseHasManyForms(String text) {
    environment.put(CONFIG + "VERIFY_SSL", text);

    assertThat(read().source().verifyTls()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "OCEAN__SCHEDULED_RESYNC_INTERVAL",
        "OCEAN__CLIENT_TIMEOUT",
        "OCEAN__INTEGRATION__CONFIG__PAGE_SIZE",
        "OCEAN__INTEGRATION__CONFIG__VERIFY_SSL",
        "OCEAN__INTEGRATION__CONFIG__CUSTOM_HEADERS",
        "OCEAN__INTEGRATION__CONFIG",
        "OCEAN__EVENT_LISTENER",
        "OCEAN__CREATE_PORT_RESOURCES_ORIGIN",
        "APPLICATION__LOG_LEVEL"
      })
  void anEmptyTextCountsAsUnset(String name) {
    Settings before = read();
    environment.put(name, "");

    assertThat(read().toString()).isEqualTo(before.toString());
  }

  @Test
  void aLineBreakBehindASecretIsNoPartOfIt() {
    environment.put("OCEAN__PORT__CLIENT_SECRET", "s-9\n");

    assertThat(read().port().clientSecret().reveal()).isEqualTo("s-9");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OCEAN__INTEGRATION | {canary | is no JSON",
        "OCEAN__PORT | tcp://10.0.0.1:80 | is no JSON",
        "OCEAN__PORT | [1] | is no object",
        "OCEAN__EVENT_LISTENER | POLLING | is no JSON",
        "OCEAN__INTEGRATION__CONFIG | {} trailing | is no JSON",
        "OCEAN__INTEGRATION__CONFIG__CUSTOM_HEADERS | X: canary | is no JSON",
        "OCEAN__INTEGRATION__CONFIG__VERIFY_SSL | maybe | is \"maybe\"; expected true or false",
        "OCEAN__CLIENT_TIMEOUT | soon | is \"soon\"; expected a number of seconds",
        "OCEAN__INTEGRATION__CONFIG__PAGE_SIZE | 1.5 | a whole number",
        "OCEAN__INTEGRATION__CONFIG__PAGE_SIZE | 0 | from 1",
      })
  void aWrongValueIsNamedByItsVariable(String name, String value, String expected) {
    environment.put(name, value);

    assertThatThrownBy(this::read)
        .isInstanceOf(ConfigException.class)
        .hasMessageStartingWith(name + ": ")
        .hasMessageContaining(expected)
        .hasMessageNotContaining("canary");
  }

  @Test
  void aWrongValueWithinJsonIsNamedByItsKey() {
    environment.put(WHOLE_CONFIG, "{\"pageSize\": \"many\"}");

    assertThatThrownBy(this::read)
        .hasMessageStartingWith("pageSize in OCEAN__INTEGRATION__CONFIG: is \"many\"");
  }

  @Test
  void whatOceanKnowsAndWeDoNotNeedIsAcceptedInSilence() {
    for (String name :
        List.of(
            "PROCESS_EXECUTION_MODE",
            "LAKEHOUSE_ENABLED",
            "STREAMING__ENABLED",
            "LIVE_EVENTS__WHATEVER",
            "DATABASE__HOST",
            "SSL__THIRD_PARTY__VERIFY",
            "PORT__BLUEPRINT_CACHE_TTL_SECONDS",
            "METRICS__WEBHOOK_URL")) {
      environment.put("OCEAN__" + name, "anything");
    }
    environment.put("APPLICATION__ENABLE_HTTP_LOGGING", "true");
    environment.put("APPLICATION__OF_SOMEBODY_ELSE", "x");

    assertThat(read().warnings()).isEmpty();
  }

  @Test
  void unknownNamesAreToldInOneSentence() {
    environment.put("OCEAN__PROT__CLIENT_ID", "x");
    environment.put("OCEAN__CLIENT_TIMOUT", "5");
    environment.put(CONFIG + "ZZZ", "5");

    assertThat(read().warnings())
        .singleElement()
        .asString()
        .contains(
            "OCEAN__CLIENT_TIMOUT (did you mean client_timeout?)",
            "OCEAN__INTEGRATION__CONFIG__ZZZ",
            "OCEAN__PROT__CLIENT_ID");
  }

  @Test
  void theModeOfTheChartIsSaidToBeHandledLocally() {
    environment.put("OCEAN__PROCESSING_MODE", "dsp");

    assertThat(read().warnings()).singleElement().asString().contains("dsp is handled locally");
  }

  @ParameterizedTest
  @CsvSource({
    "false, '',    none",
    "false, 'A,B', none",
    "true,  'A,B', 'A,B'",
    "true,  '',    all"
  })
  void jqSeesTheEnvironmentThatIsAllowed(boolean allowed, String names, String expected) {
    environment.put("OCEAN__ALLOW_ENVIRONMENT_VARIABLES_JQ_ACCESS", String.valueOf(allowed));
    environment.put("PORTAGE__JQ__ENV", names);

    var seen = read().run().jqEnvironment();

    String text = seen == null ? "all" : seen.isEmpty() ? "none" : String.join(",", seen);
    assertThat(text).isEqualTo(expected);
  }
}
