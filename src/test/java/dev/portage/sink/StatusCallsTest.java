package dev.portage.sink;

import static dev.portage.sink.Entities.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import dev.portage.http.Secret;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusCallsTest {

  private static StatusCalls calls(String baseUrl) {
    return new PortApi(baseUrl, "id", new Secret("secret"), "custom", "acme", "1").status();
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.getport.io, https://ingest.getport.io/x,  true",
    "https://api.getport.io, https://api.getport.io/x,     true",
    "https://api.getport.io, HTTPS://elsewhere.test/x,     true",
    "https://api.getport.io, http://ingest.getport.io/x,   false",
    "https://api.getport.io, http://api.getport.io/x,      false",
    "http://127.0.0.1:3400,  http://127.0.0.1:3400/ingest, true",
    "http://127.0.0.1:3400,  http://127.0.0.1:9000/ingest, true",
    "http://127.0.0.1:3400,  https://ingest.getport.io/x,  true"
  })
  void aTokenGoesInTheClearOnlyWherePortItselfIsSpokenToSo(
      String baseUrl, String ingest, boolean carries) {
    assertThat(calls(baseUrl).mayCarryToken(ingest)).isEqualTo(carries);
  }

  @ParameterizedTest
  @CsvSource({
    "/users,        0, %2Fusers-0",
    "/my users,     1, %2Fmy%20users-1",
    "/a?b=c&d#e,    2, %2Fa%3Fb%3Dc%26d%23e-2",
    "/parents/{p}/x, 3, %2Fparents%2F%7Bp%7D%2Fx-3",
    "/ü+%2F,        4, %2F%C3%BC%2B%252F-4"
  })
  void aKindIsOneSegmentOfThePath(String kind, int index, String segment) {
    KindMetrics metrics =
        new KindMetrics(
            SyncedKind.of(kind, index, null),
            SyncState.PENDING,
            Duration.ZERO,
            Map.of(),
            Peak.UNKNOWN);

    ApiRequest request =
        calls("https://api.getport.io")
            .kindMetrics("https://i.test/m", new SyncEvent("e-1", "OnPrem"), metrics);

    assertThat(request.address())
        .isEqualTo("https://i.test/m/syncMetrics/resync/e-1/kind/" + segment);
  }

  @Test
  void aQueryOfAnAddressStaysBehindThePath() {
    ApiRequest request =
        calls("https://api.getport.io").heartbeat("https://i.test/m?tenant=a b", "e-1");

    assertThat(request.url()).isEqualTo("https://i.test/m/heartbeat?tenant=a%20b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                    |                 |",
        "{'metricAttributes':{'ingestUrl':'https://i.test/m/'}} | https://i.test/m |",
        "{'logAttributes':{'ingestUrl':' https://i.test/l '}}   |                 | https://i.test/l",
        "{'metricAttributes':{'ingestUrl':null}}                |                 |",
        "{'metricAttributes':null,'logAttributes':'x'}          |                 |",
        "{'metricAttributes':{'ingestUrl':'/relative'}}         |                 |",
        "{'metricAttributes':{'ingestUrl':7}}                   |                 |"
      })
  void whatIsNoAddressCountsAsNotNamed(String integration, String metrics, String logs) {
    IngestUrls urls = new Integration(json(integration)).ingestUrls();

    assertThat(urls.metrics().orElse(null)).isEqualTo(metrics);
    assertThat(urls.logs().orElse(null)).isEqualTo(logs);
  }

  @Test
  void examplesFitIntoOneCall() {
    JsonNode small = json("{'id':1}");
    JsonNode half = json("{'text':'" + "x".repeat(600_000) + "'}");
    JsonNode huge = json("{'text':'" + "x".repeat(1_100_000) + "'}");

    assertThat(StatusCalls.fitting(List.of(small, huge, half, half, small)))
        .containsExactly(small, half, small);
    assertThat(StatusCalls.fitting(Collections.nCopies(5, small))).hasSize(5);
    assertThat(StatusCalls.fitting(List.of(huge))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'blueprint':{}}                                            | ''",
        "{'blueprint':{'schema':{'required':['email','age']}}}       | properties.age properties.email",
        "{'blueprint':{'relations':{'a':{'required':true},'b':{'required':false},'c':{}}}} | relations.a",
        "{'blueprint':null}                                          | ''"
      })
  void aBlueprintSaysWhatItRequires(String answer, String names) {
    RequiredFields required = RequiredFields.read(new ApiResponse(200, Headers.NONE, json(answer)));

    assertThat(String.join(" ", required.names().stream().sorted().toList())).isEqualTo(names);
  }

  @Test
  void aBlueprintThatPortDoesNotKnowRequiresNothing() {
    ApiResponse missing = new ApiResponse(404, Headers.NONE, json("{}"));

    assertThat(RequiredFields.read(missing).names()).isEmpty();
  }
}
