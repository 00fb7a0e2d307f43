package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jolokia does for who may ask, and what it refuses all the same (ADR 0017). */
class ConsoleTest {
  private static final String CONTEXT =
      "org.apache.camel:context=portage,type=context,name=\"portage\"";
  private static final String ROUTE =
      "org.apache.camel:context=portage,type=routes,name=\"kind-one\"";

  @TempDir static Path directory;
  private static World world;
  private static JolokiaClient jolokia;

  @BeforeAll
  static void begin() throws Exception {
    world = new World(directory).map(Kind.of("/one", "one"));
    world.api().on("/one", "[{\"id\": 1}, {\"id\": 2}]");
    world.environment("OCEAN__EVENT_LISTENER__TYPE", "POLLING").begin();
    World.await("the resync", () -> world.identifiers("one").size() == 2);
    jolokia = new JolokiaClient(world.httpPort(), "");
  }

  @AfterAll
  static void end() {
    world.close();
  }

  @Test
  void theRoutesAreFoundWithTheirCounts() throws Exception {
    assertThat(jolokia.search("org.apache.camel:type=routes,*")).contains(ROUTE);

    JsonNode count =
        jolokia.ask(Map.of("type", "read", "mbean", ROUTE, "attribute", "ExchangesTotal"));

    assertThat(count.path("value").asInt()).isPositive();
  }

  @Test
  void whatADiagramNeedsIsThere() throws Exception {
    JsonNode routes = jolokia.exec(CONTEXT, "dumpRoutesAsXml()");
    JsonNode counts = jolokia.exec(ROUTE, "dumpRouteStatsAsXml", true, true);

    assertThat(routes.path("value").asText())
        .contains("id=\"kind-one\"", "call-source", "uri=\"direct:kind-one\"")
        .doesNotContain("{{");
    assertThat(counts.path("value").asText()).contains("exchangesCompleted=\"1\"");
  }

  @Test
  void oneRouteIsToldWithItsExpressionsAndAsItIsAskedFor() throws Exception {
    assertThat(jolokia.exec(ROUTE, "dumpRouteAsXml()").path("value").asText())
        .contains("ref=\"one\"", "resource:ref:one-selector")
        .doesNotContain("{{");
    assertThat(jolokia.exec(ROUTE, "dumpRouteAsXml(boolean)", false).path("value").asText())
        .contains("ref=\"{{kind}}\"");
  }

  @Test
  void aRouteIsStoppedAndStarted() throws Exception {
    assertThat(jolokia.exec(ROUTE, "stop()").path("status").asInt()).isEqualTo(200);
    assertThat(state()).isEqualTo("Stopped");
    assertThat(jolokia.exec(ROUTE, "start()").path("status").asInt()).isEqualTo(200);
    assertThat(state()).isEqualTo("Started");
  }

  private static String state() throws Exception {
    return jolokia
        .ask(Map.of("type", "read", "mbean", ROUTE, "attribute", "State"))
        .path("value")
        .asText();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.lang:type=Memory | gc",
        "java.lang:type=Memory | gc()",
        "java.lang:type=Threading | dumpAllThreads(boolean,boolean)",
        "com.sun.management:type=HotSpotDiagnostic | dumpHeap",
        "com.sun.management:type=HotSpotDiagnostic | setVMOption",
        "com.sun.management:type=DiagnosticCommand | vmSystemProperties",
        "com.sun.management:type=DiagnosticCommand | jvmtiAgentLoad",
        "java.util.logging:type=Logging | setLoggerLevel",
        "JMImplementation:type=MBeanServerDelegate | anything",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | stop",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | stop()",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | suspend()",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | startRoute",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | sendBody",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | requestBody",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | createEndpoint",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | removeEndpoints",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | addOrUpdateRoutesFromXml",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | getGlobalOptions",
        "org.apache.camel:context=portage,type=routes,name=\"kind-one\" | remove",
        "org.apache.camel:context=portage,type=routes,name=\"kind-one\" | remove()",
        "org.apache.camel:context=portage,type=routes,name=\"kind-one\" | updateRouteFromXml",
        "org.apache.camel:context=portage,type=tracer,name=BacklogTracer | dumpAllTracedMessages",
        "org.apache.camel:context=portage,type=processors,name=\"kind-one/filter\" | stop",
        "org.apache.camel:*,type=routes | updateRouteFromXml",
        "java.lang:* | gc",
      })
  void anyOtherOperationIsRefused(String bean, String operation) throws Exception {
    JsonNode answer = jolokia.exec(bean, operation);

    assertThat(answer.path("status").asInt()).as(answer.toString()).isEqualTo(403);
    assertThat(answer.has("value")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "java.lang:type=Memory | Verbose | true",
        "org.apache.camel:context=portage,type=context,name=\"portage\" | Tracing | true",
        "org.apache.camel:context=portage,type=routes,name=\"kind-one\" | StatisticsEnabled |"
            + " false",
      })
  void noAttributeIsWritten(String bean, String attribute, String value) throws Exception {
    JsonNode answer =
        jolokia.ask(Map.of("type", "write", "mbean", bean, "attribute", attribute, "value", value));

    assertThat(answer.path("status").asInt()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SystemProperties", "InputArguments"})
  void whatMayHoldAPasswordIsNotRead(String attribute) throws Exception {
    JsonNode answer =
        jolokia.ask(
            Map.of("type", "read", "mbean", "java.lang:type=Runtime", "attribute", attribute));

    assertThat(answer.path("status").asInt()).isEqualTo(403);
    assertThat(jolokia.read(List.of("java.lang:type=Runtime")))
        .contains("VmName")
        .doesNotContain("java.class.path", "-Xmx");
  }

  @ParameterizedTest
  @CsvSource({
    "/version, 200",
    "/read/java.lang:type=Memory/HeapMemoryUsage, 200",
    "/search/org.apache.camel:type=routes*, 200",
    "/exec/java.lang:type=Memory/gc, 405",
    "/exec/org.apache.camel:type=routes/stop, 405",
    "/write/java.lang:type=Memory/Verbose/true, 405",
    "/notification/open, 405",
  })
  void aGetOnlyReads(String path, int status) throws Exception {
    HttpResponse<String> answer = jolokia.get(path);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void noOtherProcessIsReachedThroughThisOne() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      other.setSoTimeout(300);
      String url = "service:jmx:rmi:///jndi/rmi://127.0.0.1:" + other.getLocalPort() + "/jmxrmi";

      jolokia.ask(
          Map.of(
              "type", "read",
              "mbean", "java.lang:type=Memory",
              "target", Map.of("url", url)));

      assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "7", "[7]", "{\"type\": \"nothing\"}", "[]]"})
  void aQuestionThatIsNoneIsToldSo(String body) throws Exception {
    HttpResponse<String> answer = jolokia.post(body);

    assertThat(answer.statusCode()).isIn(400, 500);
    assertThat(answer.body()).startsWith("{");
  }
}
