package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.Urls;
import java.util.Optional;

/**
 * Where Port takes in what is no entity (contract, section 4.4): absolute addresses without a slash
 * at their end, on hosts of their own as a rule.
 *
 * @param metrics empty when Port names none
 * @param logs empty when Port names none
 */
public record IngestUrls(Optional<String> metrics, Optional<String> logs) {

  /** Reads them from the JSON of an integration; what is no address counts as not named. */
  static IngestUrls of(JsonNode integration) {
    return new IngestUrls(
        url(integration.path("metricAttributes")), url(integration.path("logAttributes")));
  }

  private static Optional<String> url(JsonNode attributes) {
    return Optional.ofNullable(attributes.path("ingestUrl").textValue())
        .map(text -> text.strip().replaceFirst("/+$", ""))
        .filter(Urls::isAbsolute);
  }
}
