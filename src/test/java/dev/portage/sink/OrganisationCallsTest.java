package dev.portage.sink;

import static dev.portage.sink.Entities.answer;
import static dev.portage.sink.PortApiTest.API;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls that concern the organisation as a whole (contract, sections 4.10, 5.2 and 7.6). */
class OrganisationCallsTest {
  private final OrganisationCalls calls = API.organisation();

  @Test
  void asksWhatTheContractNames() {
    assertThat(calls.get().url()).isEqualTo("https://port.test/v1/organization");
    assertThat(calls.provisionEnabled().url())
        .isEqualTo("https://port.test/v1/integration/provision-enabled");
    assertThat(calls.kafkaCredentials().url()).isEqualTo("https://port.test/v1/kafka-credentials");
    assertThat(calls.get().method()).isEqualTo("GET");
  }

  @Test
  void readsTheOrganisation() {
    Organisation read =
        calls.readGet(
            answer(200, "{'organization':{'id':'org_1','featureFlags':['A','B',7,null]}}"));

    assertThat(read.id()).isEqualTo("org_1");
    assertThat(read.has("A")).isTrue();
    assertThat(read.has("C")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'id':'org_1'}", "{'id':'org_1','featureFlags':null}"})
  void anOrganisationMayHaveNoFlags(String organisation) {
    assertThat(calls.readGet(answer(200, "{'organization':" + organisation + "}")).featureFlags())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "{'organization':null}", "{'organization':{'id':''}}"})
  void anOrganisationNeedsAnId(String body) {
    assertThatThrownBy(() -> calls.readGet(answer(200, body)))
        .isInstanceOf(PortException.class)
        .hasMessage("organization: Port's answer cannot be read; expected id");
  }

  @Test
  void readsWhichTypesAreProvisioned() {
    assertThat(calls.readProvisionEnabled(answer(200, "{'integrations':['jira','custom']}")))
        .containsExactlyInAnyOrder("jira", "custom");
    assertThat(calls.readProvisionEnabled(answer(200, "{}"))).isEmpty();
  }

  @Test
  void readsTheLoginAtTheBrokersAndShowsItNowhere() {
    KafkaCredentials read =
        calls.readKafkaCredentials(
            answer(200, "{'credentials':{'username':'u-1','password':'p-1'}}"));

    assertThat(read.username().reveal()).isEqualTo("u-1");
    assertThat(read.password().reveal()).isEqualTo("p-1");
    assertThat(read.toString()).doesNotContain("u-1", "p-1");
  }

  @Test
  void tellsWhyThereIsNoLogin() {
    assertThatThrownBy(() -> calls.readKafkaCredentials(answer(403, "{'error':'forbidden'}")))
        .isInstanceOf(PortException.class)
        .hasMessageStartingWith("kafka-credentials: Port answered 403 forbidden");
    assertThatThrownBy(
            () -> calls.readKafkaCredentials(answer(200, "{'credentials':{'username':'u'}}")))
        .hasMessage("kafka-credentials: Port's answer cannot be read; expected password");
  }
}
