package dev.portage.sink;

import static dev.portage.sink.Entities.json;
import static dev.portage.sink.PortApiTest.API;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract, sections 4.4 and 5. */
class IntegrationTest {
  private static final String ANNOUNCED =
      "{'installationAppType':'custom','version':'1.2.3','changelogDestination':{},"
          + "'actionsProcessingEnabled':false,'incrementalSyncEnabled':false,"
          + "'processingMode':'ocean-core'}";

  @ParameterizedTest
  @CsvSource({
    "OnPrem,     OnPrem, true",
    "OnPrem,     Saas,   false",
    ",           OnPrem, true",
    ",           Saas,   false",
    "Saas,       Saas,   true",
    "Saas,       OnPrem, false",
    "SaasOauth2, Saas,   true",
    "SaasOauth2, OnPrem, false",
    "GitOps,     OnPrem, false",
  })
  void anInstallationFitsItsRuntime(String stored, String runtime, boolean fits) {
    ObjectNode body = (ObjectNode) json("{}");
    body.put("installationType", stored);

    assertThat(new Integration(body).fits(runtime)).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                         | false",
        "{'changelogDestination':null}              | false",
        "{'actionsProcessingEnabled':null}          | false",
        "{'changelogDestination':{'type':'KAFKA'}}  | true",
        "{'installationAppType':'other'}            | true",
        "{'installationAppType':null}               | true",
        "{'version':'1.2.2'}                        | true",
        "{'version':null}                           | true",
        "{'actionsProcessingEnabled':true}          | true",
        "{'incrementalSyncEnabled':true}            | true",
        "{'processingMode':'dsp'}                   | true",
        "{'processingMode':null}                    | true",
      })
  void whatDiffersIsDrift(String change, boolean drifted) {
    // Given
    ObjectNode body = (ObjectNode) json(ANNOUNCED);
    body.setAll((ObjectNode) json(change));

    // Then
    assertThat(API.integration().hasDrifted(new Integration(body), json("{}"))).isEqualTo(drifted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                  | {'type':'KAFKA'} | true",
        "{'type':'KAFKA'}    | {'type':'KAFKA'} | false",
        "{'type':'WEBHOOK'}  | {'type':'KAFKA'} | true",
      })
  void anotherWayToAskForAResyncIsDrift(String stored, String wanted, boolean drifted) {
    ObjectNode body = (ObjectNode) json(ANNOUNCED);
    body.set("changelogDestination", json(stored));

    assertThat(API.integration().hasDrifted(new Integration(body), json(wanted)))
        .isEqualTo(drifted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                            | false |",
        "{'config':null}               | false |",
        "{'config':{}}                 | false |",
        "{'config':{'resources':[]}}   | true  |",
        "{'createPortResourcesOrigin':'Ocean'} | false | DEFAULT",
        "{'createPortResourcesOrigin':'Port'}  | false | PORT",
        "{'createPortResourcesOrigin':'New'}   | false |",
        "{'createPortResourcesOrigin':null}    | false |",
      })
  void mappingAndOriginMayBeMissing(String body, boolean mapping, Origin origin) {
    Integration integration = new Integration(json(body));

    assertThat(integration.hasMapping()).isEqualTo(mapping);
    assertThat(integration.origin().orElse(null)).isEqualTo(origin);
  }
}
