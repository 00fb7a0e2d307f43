package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiResponse;
import java.util.Optional;

/**
 * An error as Port puts it (contract, section 4): {@code {"ok":false,"error":…,"message":…}}.
 *
 * @param status the HTTP status code
 * @param code empty when Port gives none
 * @param message Port's own words, cut off when they are long; {@code HTTP 503} for example when
 *     there are none
 * @param traceId by which Port's support finds the call
 */
public record PortError(int status, String code, String message, Optional<String> traceId) {
  private static final int LONGEST_MESSAGE = 500;

  /** Reads the error in an answer. */
  public static PortError of(ApiResponse response) {
    return of(response.status(), response.body(), response.headers().first("x-trace-id"));
  }

  /** Reads the error of one entity within the answer to a bulk call. */
  static PortError ofEntity(JsonNode error, int fallbackStatus) {
    return of(error.path("statusCode").asInt(fallbackStatus), error, Optional.empty());
  }

  private static PortError of(int status, JsonNode body, Optional<String> traceId) {
    String message = body.path("message").asText("");
    String shown = message.isEmpty() ? "HTTP " + status : message;
    return new PortError(
        status,
        body.path("error").isTextual() ? body.path("error").textValue() : "",
        shown.length() > LONGEST_MESSAGE ? shown.substring(0, LONGEST_MESSAGE) + "…" : shown,
        traceId);
  }

  @Override
  public String toString() {
    return "Port answered %d%s: %s%s"
        .formatted(
            status,
            code.isEmpty() ? "" : " " + code,
            message,
            traceId.map(id -> " (trace " + id + ")").orElse(""));
  }
}
