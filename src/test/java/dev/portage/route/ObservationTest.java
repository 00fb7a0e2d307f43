package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Health, metrics and what else a platform asks the listener (contract, section 9). */
@Tag("slow")
class ObservationTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path directory;
  private World world;

  @BeforeEach
  void start() throws Exception {
    world = new World(directory);
    world
        .environment("OCEAN__EVENT_LISTENER__TYPE", "WEBHOOK")
        .environment("OCEAN__EVENT_LISTENER__APP_HOST", "http://portage.test");
    world.map(Kind.of("/it \"quoted\"\\x", "thing"), Kind.of("/users", "user"));
    world.api().on("/users", "[{\"id\": 1}, {\"id\": 2}]");
    world.begin();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return Scrape.get(world.httpPort(), path);
  }

  private JsonNode json(String path) throws Exception {
    return MAPPER.readTree(get(path).body());
  }

  private void resync() throws Exception {
    long runs = runs();
    world.watch().resync();
    World.await("a run", () -> runs() > runs);
  }

  private long runs() {
    return world.watch().process().runs().values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void healthIsAsTheContractSays() throws Exception {
    HttpResponse<String> live = get("/health/live");

    assertThat(live.statusCode()).isEqualTo(200);
    assertThat(live.headers().firstValue("X-Request-ID")).isPresent();
    assertThat(live.headers().firstValue("X-Process-Time")).isPresent();
    JsonNode body = MAPPER.readTree(live.body());
    assertThat(body.path("status").asText()).isEqualTo("healthy");
    assertThat(body.path("check").asText()).isEqualTo("live");
    assertThat(body.path("core_version").asText()).isEqualTo("dev");
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(json("/health/ready").path("check").asText()).isEqualTo("ready");
  }

  @Test
  void aDegradedKindIsShownAndNoReasonToRestart() throws Exception {
    resync();

    HttpResponse<String> ready = get("/health/ready");

    assertThat(ready.statusCode()).isEqualTo(200);
    JsonNode degraded = MAPPER.readTree(ready.body()).path("degraded");
    assertThat(degraded).hasSize(1);
    assertThat(degraded.path(0).path("state").asText()).isEqualTo("incomplete");
  }

  @Test
  void withoutPortItIsNotReadyButLives() throws Exception {
    world.watch().port().failed("Port: POST /v1/entities/search: no connection");

    assertThat(get("/health/ready").statusCode()).isEqualTo(503);
    assertThat(json("/health/ready").path("reason").asText()).contains("no connection");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/observe/health").statusCode()).isEqualTo(503);
  }

  @Test
  void metricsAreOpenMetricsWithTheGaugesOfOcean() throws Exception {
    resync();

    HttpResponse<String> answer = get("/metrics");
    Scrape scrape = Scrape.parse(answer.body());

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/openmetrics-text");
    assertThat(answer.body()).endsWith("# EOF\n");
    assertThat(get("/metrics/").statusCode()).isEqualTo(200);
    assertThat(scrape.value("success{kind=\"/users-1\",phase=\"resync\"}")).isEqualTo(1);
    assertThat(
            scrape.value(
                "object_count{kind=\"/users-1\",object_count_type=\"raw_extracted\",phase=\"extract\"}"))
        .isEqualTo(2);
    assertThat(scrape.value("success{kind=\"/it \\\"quoted\\\"\\\\x-0\",phase=\"resync\"}"))
        .isZero();
    assertThat(scrape.value("portage_requests_total{kind=\"users\",status=\"200\"}")).isEqualTo(1);
    assertThat(scrape.names())
        .contains(
            "duration_seconds",
            "rate_limit_wait_seconds",
            "portage_kind_age_seconds",
            "portage_source_request_seconds_bucket",
            "portage_port_request_seconds_count",
            "jvm_memory_used_bytes",
            "camel_route_policy_seconds_count");
  }

  @ParameterizedTest
  @CsvSource({
    "camel_exchanges_total, ExchangesTotal",
    "camel_exchanges_succeeded_total, ExchangesCompleted",
    "camel_exchanges_failed_total, ExchangesFailed",
    "camel_exchanges_failures_handled_total, FailuresHandled",
    "camel_exchanges_external_redeliveries_total, ExternalRedeliveries",
    "camel_route_policy_seconds_count, ExchangesTotal"
  })
  void camelsMetricsAreThoseOfItsMBeans(String metric, String attribute) throws Exception {
    resync();

    Scrape scrape = Scrape.parse(get("/metrics").body());

    for (String route : List.of("kind-users", "source-send", "port-upsert")) {
      String labels =
          "{camelContext=\"portage\",eventType=\"route\",kind=\"CamelRoute\",routeId=\"%s\"}";
      assertThat(scrape.value(metric + labels.formatted(route)))
          .as(route)
          .isEqualTo(Double.parseDouble(Jmx.route(route, attribute)));
    }
  }

  @Test
  void camelsTimesAreInSecondsAndOfTheWholeContextToo() throws Exception {
    resync();

    Scrape scrape = Scrape.parse(get("/metrics").body());

    String all =
        "{camelContext=\"portage\",eventType=\"context\",kind=\"CamelRoute\",routeId=\"\"}";
    assertThat(scrape.value("camel_exchanges_total" + all)).isGreaterThan(5);
    assertThat(scrape.value("camel_route_policy_seconds_sum" + all)).isPositive().isLessThan(600);
    assertThat(scrape.value("camel_route_policy_seconds_max" + all)).isPositive().isLessThan(60);
  }

  @Test
  void theRestOfTheEndpointsAnswer() throws Exception {
    assertThat(get("/docs").body()).contains("/health/ready");
    assertThat(json("/openapi.json").path("paths").has("/metrics")).isTrue();
    assertThat(json("/observe/info").path("camel").asText()).startsWith("4.");
    assertThat(get("/observe/metrics").body()).endsWith("# EOF\n");
    assertThat(get("/observe/health").statusCode()).isEqualTo(200);
    assertThat(get("/health").statusCode()).isEqualTo(404);
  }
}
