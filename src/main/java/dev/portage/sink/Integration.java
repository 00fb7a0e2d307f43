package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The installation as Port holds it (contract, section 4.4).
 *
 * @param body the JSON of {@code integration}
 */
public record Integration(JsonNode body) {

  /** The mapping; a missing node or an empty object when there is none. */
  public JsonNode config() {
    return body.path("config");
  }

  /** {@code OnPrem} when Port does not say. */
  public String installationType() {
    return text("installationType").orElse("OnPrem");
  }

  /** Where the default resources come from, once that is stored. */
  public Optional<String> createPortResourcesOrigin() {
    return text("createPortResourcesOrigin");
  }

  /** The same as a value; empty as well when Port holds a word that we do not know. */
  public Optional<Origin> origin() {
    return createPortResourcesOrigin().flatMap(Origin::of);
  }

  /** Whether Port holds a mapping, be it one without resources. */
  public boolean hasMapping() {
    return !config().isEmpty();
  }

  /**
   * Whether the installation is one of that runtime (contract, section 4.4): what Port stores as
   * {@code Saas...} belongs to {@code Saas}, all else has to be equal.
   *
   * @param runtime {@code OnPrem} or {@code Saas}
   */
  public boolean fits(String runtime) {
    String stored = installationType().startsWith("Saas") ? "Saas" : installationType();
    return stored.equals(runtime);
  }

  /** True when the default resources were created before. */
  public boolean arePortResourcesInitialized() {
    return body.path("arePortResourcesInitialized").asBoolean(false);
  }

  /** Who maps, as Port has it stored. */
  public Optional<String> processingMode() {
    return text("processingMode");
  }

  /** The version that announced itself last. */
  public Optional<String> version() {
    return text("version");
  }

  /** How Port asks for a resync; an empty object when it does not. */
  public JsonNode changelogDestination() {
    return body.path("changelogDestination");
  }

  /** When the state of the resync was last changed; the watermark of contract section 7.2. */
  public Optional<Instant> resyncStateUpdatedAt() {
    return time("updatedAt");
  }

  /**
   * Up to when the last resync answers who asked for one: its begin, if it has ended. Empty when
   * there was none, or when it was broken off.
   */
  public Optional<Instant> answeredUntil() {
    String status = body.path("resyncState").path("status").asText();
    boolean ended = status.equals("completed") || status.equals("failed");
    return ended ? time("lastResyncStart").or(this::resyncStateUpdatedAt) : Optional.empty();
  }

  private Optional<Instant> time(String field) {
    try {
      String text = body.path("resyncState").path(field).asText("");
      return text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Where Port takes metrics and logs of this installation. */
  public IngestUrls ingestUrls() {
    return IngestUrls.of(body);
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(body.path(field).textValue());
  }
}
