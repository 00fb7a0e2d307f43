package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Query;
import dev.portage.http.Secret;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that concern the organisation as a whole (contract, sections 4.10, 5.2 and 7.6).
 *
 * @param api whose organisation it is
 */
public record OrganisationCalls(PortApi api) {

  /** Asks for the organisation and its flags. */
  public ApiRequest get() {
    return asking("/organization");
  }

  /**
   * Reads the answer to {@link #get}.
   *
   * @throws PortException when it is an error, or has no id
   */
  public Organisation readGet(ApiResponse response) {
    JsonNode body = PortApi.success("organization", response).path("organization");
    String id = needed("organization", body, "id");
    return new Organisation(id, texts(body.path("featureFlags")));
  }

  /** Asks for which types of integration Port makes the default resources itself. */
  public ApiRequest provisionEnabled() {
    return asking("/integration/provision-enabled");
  }

  /**
   * Reads the answer to {@link #provisionEnabled}.
   *
   * @return the types, none when Port names none
   * @throws PortException when it is an error
   */
  public Set<String> readProvisionEnabled(ApiResponse response) {
    return texts(PortApi.success("provision-enabled", response).path("integrations"));
  }

  /** Asks for the login at Port's Kafka brokers. */
  public ApiRequest kafkaCredentials() {
    return asking("/kafka-credentials");
  }

  /**
   * Reads the answer to {@link #kafkaCredentials}.
   *
   * @throws PortException when it is an error, or lacks user name or password
   */
  public KafkaCredentials readKafkaCredentials(ApiResponse response) {
    JsonNode body = PortApi.success("kafka-credentials", response).path("credentials");
    return new KafkaCredentials(
        new Secret(needed("kafka-credentials", body, "username")),
        new Secret(needed("kafka-credentials", body, "password")));
  }

  private ApiRequest asking(String path) {
    return api.request("GET", path, Query.EMPTY, null);
  }

  private static String needed(String call, JsonNode body, String field) {
    @Nullable String text = body.path(field).textValue();
    if (text == null || text.isBlank()) {
      throw PortException.incomplete(call, field);
    }
    return text;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new HashSet<>();
    for (JsonNode one : list) {
      if (one.isTextual()) {
        texts.add(one.textValue());
      }
    }
    return texts;
  }
}
