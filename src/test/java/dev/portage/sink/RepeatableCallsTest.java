package dev.portage.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.ApiRequest;
import dev.portage.http.Query;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Contract, section 4.1 with its [R], and table 4.3. */
class RepeatableCallsTest {
  /** The calls of this application that are sent once. */
  private static final Set<String> ONCE =
      Set.of("page-create", "examples", "heartbeat", "logs", "sync-metrics");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POST   | /v1/auth/access_token                               | true",
        "GET    | /v1/integration/a                                   | true",
        "GET    | /v1/integration/provision-enabled                   | true",
        "GET    | /v1/organization                                    | true",
        "POST   | /v1/integration                                     | true",
        "PATCH  | /v1/integration/a                                   | true",
        "PATCH  | /v1/integration/a/config                            | true",
        "PATCH  | /v1/integration/a/resync-state                      | true",
        "POST   | /v1/blueprints                                      | true",
        "PATCH  | /v1/blueprints/b                                    | true",
        "DELETE | /v1/blueprints/b                                    | true",
        "POST   | /v1/blueprints/b/scorecards                         | true",
        "POST   | /v1/actions                                         | true",
        "POST   | /v1/pages                                           | false",
        "POST   | /v1/entities/search                                 | true",
        "POST   | /v1/blueprints/b%20c/entities/bulk                  | true",
        "POST   | /v1/blueprints/b/entities                           | true",
        "POST   | /v1/blueprints/entities/datasource-entities         | true",
        "POST   | /v1/blueprints/b/bulk/entities/delete               | true",
        "POST   | /v1/integration/a/kinds/k/examples                  | false",
        "POST   | /ingest/metric/syncMetrics                          | false",
        "PUT    | /ingest/metric/syncMetrics/resync/e/kind/k          | true",
        "POST   | /ingest/metric/heartbeat                            | false",
        "POST   | /ingest/log                                         | false",
        "POST   | /v1/something/new                                   | false",
        "POST   | /v1/integration/a/something                         | false",
      })
  void aCallThatMayBeSentTwice(String method, String path, boolean repeatable) {
    ApiRequest request =
        new ApiRequest(method, "https://port.test/proxy" + path, Query.EMPTY, Map.of(), null);

    assertThat(RepeatableCalls.contains(request)).isEqualTo(repeatable);
  }

  @ParameterizedTest
  @MethodSource("dev.portage.sink.PortShapesTest#rows")
  void everyCallIsRepeatedButThoseThatAddUp(PortShapesTest.Row row) {
    assertThat(RepeatableCalls.contains(row.request())).isEqualTo(!ONCE.contains(row.shape()));
  }
}
