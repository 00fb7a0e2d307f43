package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.auth.CredentialCache;
import dev.portage.config.JqEnvironment;
import dev.portage.config.MappingDocument;
import dev.portage.config.MappingReader;
import dev.portage.config.SettingsReader;
import dev.portage.config.SourceSettings;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Masker;
import dev.portage.http.SourceException;
import dev.portage.pagination.Listing;
import dev.portage.pagination.NoPagination;
import dev.portage.route.call.JsonBody;
import dev.portage.route.call.Stop;
import dev.portage.route.run.Endpoint;
import dev.portage.route.run.KindPlan;
import dev.portage.route.source.SourceRetry;
import dev.portage.route.source.SourceSteps;
import dev.portage.route.watch.KindIdentity;
import dev.portage.route.watch.KindWatch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;

/**
 * The real {@code source.camel.yaml}, its far end replaced: what is repeated, and what each attempt
 * carries.
 */
class SourceCallTest extends CamelTestSupport {
  private static final SourceSettings SETTINGS =
      SettingsReader.read(
              Map.of(
                  "OCEAN__PORT__CLIENT_ID", "id",
                  "OCEAN__PORT__CLIENT_SECRET", "secret",
                  "OCEAN__INTEGRATION__CONFIG__BASE_URL", "http://api.test",
                  "OCEAN__INTEGRATION__CONFIG__AUTH_TYPE", "bearer_token",
                  "OCEAN__INTEGRATION__CONFIG__API_TOKEN", "token-1"),
              Path.of("src/test/none"),
              List.of())
          .source();

  @Override
  protected CamelContext createCamelContext() throws Exception {
    CamelContext context = super.createCamelContext();
    Properties ends = new Properties();
    ends.put("portage.source", "mock:api");
    context.getPropertiesComponent().setInitialProperties(ends);
    CredentialCache credentials = new CredentialCache(Clock.systemUTC());
    context
        .getRegistry()
        .bind(
            "source",
            new SourceSteps(
                SETTINGS, credentials, context.createProducerTemplate(), new Masker(List.of())));
    context
        .getRegistry()
        .bind("source-retry", new SourceRetry(SETTINGS.authentication(), credentials, new Stop()));
    for (String file : List.of("routes/kind.camel.yaml", "routes/source.camel.yaml")) {
      PluginHelper.getRoutesLoader(context)
          .loadRoutes(PluginHelper.getResourceLoader(context).resolveResource("file:" + file));
    }
    return context;
  }

  private static Processor answers(int status, String body) {
    return exchange -> {
      Message message = exchange.getMessage();
      message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
      message.setHeader("Retry-After", "0");
      message.setBody(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    };
  }

  private final KindWatch watch =
      new KindWatch(
          new KindIdentity("users", 0, "/users", "user", "GET", "/users", ""), new Masker(), false);

  private static KindPlan plan() throws IOException {
    String mapping =
        """
        {"resources": [{"kind": "/users", "selector": {"query": "true"},
          "port": {"entity": {"mappings": {"identifier": ".id", "blueprint": "\\"user\\""}}}}]}
        """;
    MappingDocument read =
        MappingReader.read(
            JsonBody.MAPPER.readTree(mapping), SETTINGS, JqEnvironment.options(Map.of(), Set.of()));
    return KindPlan.of(0, "users", read.resources().get(0));
  }

  private Exchange call() throws IOException {
    Endpoint endpoint =
        new Endpoint(
            ApiRequest.get("http://api.test/users?active=true"),
            plan(),
            "/users",
            Map.of(),
            new Listing(new NoPagination(), 10, Set.of()),
            Duration.ofSeconds(5),
            false,
            false,
            watch);
    return template.send(
        "direct:source-call",
        exchange -> {
          exchange.setVariable("request", endpoint.firstPage());
          exchange.getMessage().setHeader("X-Of-The-Exchange", "does not travel");
        });
  }

  @Test
  void aPassingFaultIsRepeatedAndSignedAnew() throws Exception {
    // Given
    MockEndpoint api = getMockEndpoint("mock:api");
    api.whenExchangeReceived(1, answers(503, "busy"));
    api.whenExchangeReceived(
        2,
        exchange -> {
          throw new SocketException("reset");
        });
    api.whenExchangeReceived(3, answers(200, "[{\"id\":1}]"));

    // When
    Exchange answered = call();

    // Then
    assertThat(answered.getException()).isNull();
    assertThat(answered.getMessage().getBody(ApiResponse.class).body()).hasSize(1);
    assertThat(api.getReceivedExchanges()).hasSize(3);
    assertThat(api.getReceivedExchanges())
        .allSatisfy(
            sent -> {
              Map<String, Object> headers = sent.getMessage().getHeaders();
              assertThat(headers)
                  .containsEntry("Authorization", "Bearer token-1")
                  .containsEntry(Exchange.HTTP_RAW_QUERY, "active=true")
                  .doesNotContainKey("X-Of-The-Exchange");
            });
  }

  @Test
  void aRefusalIsNotRepeated() throws Exception {
    // Given
    MockEndpoint api = getMockEndpoint("mock:api");
    api.whenAnyExchangeReceived(answers(403, "no"));

    // When
    Exchange answered = call();

    // Then
    assertThat(answered.getException())
        .isInstanceOf(SourceException.class)
        .hasMessage("GET /users, page 1: answered 403; expected 2xx");
    assertThat(api.getReceivedExchanges()).hasSize(1);
  }
}
