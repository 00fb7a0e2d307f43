package dev.portage.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portage.http.Masker;
import dev.portage.http.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.KeyValuePair;

class JsonLinesTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("dev.portage.Some");

  @Test
  void aLineSaysWhereAndWhat() throws Exception {
    LoggingEvent event = event("GET /teams, page {}: {}", 3, "503");
    event.setMDCPropertyMap(
        Map.of(
            "event_id", "run-1",
            "resource_kind", "/teams/{t}/members",
            "endpoint", "/teams/{t}/members",
            "page", "3",
            "index", "0",
            "etl_phase", "extract"));
    event.addKeyValuePair(new KeyValuePair("status", 503));
    event.addKeyValuePair(new KeyValuePair("attempt", 2));

    JsonNode line = line(event, List.of());

    assertThat(line.properties())
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "time",
            "level",
            "logger",
            "thread",
            "run",
            "kind",
            "endpoint",
            "page",
            "status",
            "attempt",
            "message");
    assertThat(line.path("time").textValue()).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");
    assertThat(line.path("level").textValue()).isEqualTo("WARN");
    assertThat(line.path("logger").textValue()).isEqualTo("dev.portage.Some");
    assertThat(line.path("run").textValue()).isEqualTo("run-1");
    assertThat(line.path("kind").textValue()).isEqualTo("/teams/{t}/members");
    assertThat(line.path("page").isInt()).isTrue();
    assertThat(line.path("status").intValue()).isEqualTo(503);
    assertThat(line.path("attempt").intValue()).isEqualTo(2);
    assertThat(line.path("message").textValue()).isEqualTo("GET /teams, page 3: 503");
  }

  @Test
  void whatIsNotKnownIsNotThere() throws Exception {
    LoggingEvent event = event("Stopping");
    event.setMDCPropertyMap(Map.of());
    JsonNode line = line(event, List.of());
    assertThat(line.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("time", "level", "logger", "thread", "message");
  }

  /** Also one that is a word of the line, a quotation mark, or a part of JSON. */
  @ParameterizedTest
  @ValueSource(strings = {"canary", "level", "\"quo\\ted\"", "message\":", "WARN"})
  void aSecretIsHiddenAndTheLineStaysJson(String secret) throws Exception {
    LoggingEvent event = event("answered {} and\n\"more\"", secret);
    event.setMDCPropertyMap(Map.of("resource_kind", "kind-" + secret));
    event.addKeyValuePair(new KeyValuePair("why", secret));
    event.setThrowableProxy(
        new ch.qos.logback.classic.spi.ThrowableProxy(new IllegalStateException("in " + secret)));

    JsonNode line = line(event, List.of(new Secret(secret)));

    assertThat(line.path("message").textValue()).isEqualTo("answered *** and\n\"more\"");
    assertThat(line.path("kind").textValue()).isEqualTo("kind-***");
    assertThat(line.path("why").textValue()).isEqualTo("***");
    assertThat(line.path("error").textValue())
        .startsWith("java.lang.IllegalStateException: in ***")
        .contains("JsonLinesTest");
    assertThat(line.path("level").textValue()).isEqualTo("WARN");
  }

  private LoggingEvent event(String message, Object... values) {
    return new LoggingEvent("fqcn", logger, Level.WARN, message, null, values);
  }

  private static JsonNode line(LoggingEvent event, List<Secret> secrets) throws IOException {
    String text =
        new String(new JsonLines(new Masker(secrets)).encode(event), StandardCharsets.UTF_8);
    assertThat(text).endsWith("}\n").containsOnlyOnce("\n");
    return MAPPER.readTree(text);
  }
}
