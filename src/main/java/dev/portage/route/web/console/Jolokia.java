package dev.portage.route.web.console;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.jolokia.json.JSONArray;
import org.jolokia.json.JSONObject;
import org.jolokia.json.JSONStructure;
import org.jolokia.server.core.config.ConfigKey;
import org.jolokia.server.core.config.StaticConfiguration;
import org.jolokia.server.core.http.HttpRequestHandler;
import org.jolokia.server.core.request.BadRequestException;
import org.jolokia.server.core.request.EmptyResponseException;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.jolokia.server.core.service.JolokiaServiceManagerFactory;
import org.jolokia.server.core.service.api.JolokiaServiceManager;
import org.jolokia.service.jmx.LocalRequestHandler;
import org.jolokia.service.serializer.JolokiaSerializer;
import org.jspecify.annotations.Nullable;

/**
 * JMX as JSON over HTTP, for what the policy allows. It begins with the first question, since most
 * processes are never asked.
 */
final class Jolokia {
  private static final String POLICY = "jolokia-policy.xml";

  /** What a GET may do: a link or a picture of another page must not change anything. */
  private static final Pattern READING =
      Pattern.compile("/?(?:(?:read|list|search|version)(?:/.*)?)?");

  private @Nullable JolokiaServiceManager services;
  private @Nullable HttpRequestHandler requests;

  /**
   * An answer.
   *
   * @param status of HTTP; what goes wrong in JMX is 200, with a status of its own in the text
   */
  record Answer(int status, String json) {}

  /**
   * Answers a question in the path.
   *
   * @param path what stands behind Jolokia's own, decoded
   */
  Answer get(String path, Map<String, String[]> parameters) {
    if (!READING.matcher(path).matches()) {
      return new Answer(405, "{\"status\":405,\"error\":\"GET reads; expected POST\"}");
    }
    HttpRequestHandler handler = requests();
    return answer(handler, () -> handler.handleGetRequest(path, path, parameters));
  }

  /**
   * Answers one question or a list of them.
   *
   * @param body as JSON
   */
  Answer post(byte[] body, Map<String, String[]> parameters) {
    HttpRequestHandler handler = requests();
    InputStream in = new ByteArrayInputStream(body);
    String utf8 = StandardCharsets.UTF_8.name();
    return answer(handler, () -> handler.handlePostRequest("", in, utf8, parameters));
  }

  /** Takes back what it registered. */
  synchronized void stop() {
    if (services != null) {
      services.stop();
    }
    services = null;
    requests = null;
  }

  private static Answer answer(HttpRequestHandler handler, Question question) {
    try {
      JSONStructure answer = question.ask();
      draw(answer);
      return new Answer(200, answer.toJSONString());
    } catch (BadRequestException e) {
      return new Answer(400, handler.handleThrowable(e).toJSONString());
    } catch (IOException | EmptyResponseException | RuntimeException e) {
      return new Answer(500, handler.handleThrowable(e).toJSONString());
    }
  }

  private static void draw(Object answer) {
    if (answer instanceof JSONArray all) {
      all.forEach(Jolokia::draw);
    } else if (answer instanceof JSONObject one) {
      one.computeIfPresent(
          "value", (key, value) -> Diagram.isRoutes(value) ? drawn(one, (String) value) : value);
    }
  }

  private static String drawn(JSONObject answer, String routes) {
    return Diagram.named(Dump.resolved(routes, answer.get("request")));
  }

  private synchronized HttpRequestHandler requests() {
    HttpRequestHandler ready = requests;
    if (ready == null) {
      JolokiaServiceManager begun = begin();
      services = begun;
      ready = new HttpRequestHandler(begun.start());
      requests = ready;
    }
    return ready;
  }

  private static JolokiaServiceManager begin() {
    StaticConfiguration configuration =
        new StaticConfiguration(ConfigKey.AGENT_ID, "portage", ConfigKey.DISABLE_DETECTORS, "true");
    JolokiaServiceManager manager =
        JolokiaServiceManagerFactory.createJolokiaServiceManager(
            configuration, new JolokiaLog(), policy());
    manager.addService(new JolokiaSerializer());
    manager.addService(new LocalRequestHandler(1));
    return manager;
  }

  private static PolicyRestrictor policy() {
    try (InputStream file = Jolokia.class.getResourceAsStream(POLICY)) {
      return new PolicyRestrictor(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is asked of Jolokia. */
  private interface Question {
    JSONStructure ask() throws IOException, BadRequestException, EmptyResponseException;
  }
}
