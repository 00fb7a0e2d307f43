package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.http.Secret;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                                         | false",
        "OTEL_SERVICE_NAME=x                                                        | false",
        "OTEL_TRACES_EXPORTER=otlp                                                  | true",
        "OTEL_TRACES_EXPORTER=none OTEL_EXPORTER_OTLP_ENDPOINT=http://c             | false",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://c                                       | true",
        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://c                                | true",
        "OTEL_EXPORTER_OTLP_ENDPOINT=                                               | false",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://c OTEL_SDK_DISABLED=TRUE                | false",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://c OTEL_SDK_DISABLED=false               | true",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://c OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf | true"
      })
  void tracesAreOnWhenSomebodyNamesAPlaceForThem(String variables, boolean on) {
    TraceReader reader = new TraceReader(environment(variables));
    assertThat(reader.read(false).on()).isEqualTo(on);
    assertThat(reader.warning()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OTEL_TRACES_EXPORTER=zipkin"
            + " | OTEL_TRACES_EXPORTER: is \"zipkin\", so no traces are sent; expected otlp or none",
        "OTEL_TRACES_EXPORTER=otlp OTEL_EXPORTER_OTLP_PROTOCOL=grpc"
            + " | OTEL_EXPORTER_OTLP_PROTOCOL: is \"grpc\", so no traces are sent; expected"
            + " http/protobuf",
        "OTEL_EXPORTER_OTLP_ENDPOINT=http://c OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=grpc"
            + " OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"
            + " | OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: is \"grpc\", so no traces are sent; expected"
            + " http/protobuf"
      })
  void whatIsNotSupportedIsSaidAndStopsNothing(String variables, String warning) {
    TraceReader reader = new TraceReader(environment(variables));
    assertThat(reader.read(false)).isEqualTo(TraceSettings.OFF);
    assertThat(reader.warning()).contains(warning);
  }

  @Test
  void whatSignsTheExportIsASecret() {
    TraceSettings settings =
        new TraceReader(
                Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", "http://tom:pass-word@collector:4318",
                    "OTEL_EXPORTER_OTLP_HEADERS", "api-key=abc%20def, x=100%"))
            .read(true);
    assertThat(settings.secrets())
        .extracting(Secret::reveal)
        .contains("tom:pass-word", "pass-word", "abc%20def", "abc def", "100%");
    assertThat(settings.toString()).doesNotContain("abc").doesNotContain("pass-word");
    assertThat(settings.propagate()).isTrue();
  }

  private static Map<String, String> environment(String variables) {
    return Arrays.stream(variables.split(" "))
        .filter(one -> one.contains("="))
        .collect(
            Collectors.toMap(
                one -> one.substring(0, one.indexOf('=')),
                one -> one.substring(one.indexOf('=') + 1)));
  }
}
