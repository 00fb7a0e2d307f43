package dev.portage.cli.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.sink.local.Answer;
import dev.portage.sink.local.Call;
import dev.portage.sink.local.LoopbackServer;
import dev.portage.sink.local.Routes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;

/**
 * The REST API of an invented software organisation, on 127.0.0.1, for trying Portage without any
 * other system: a bare list, pages by number, by cursor, by Link header and by offset, and nested
 * endpoints. Every request needs a bearer token; answers are compressed for those who accept it.
 */
public final class SampleApi implements AutoCloseable {

  /** The bearer token that the API wants. */
  public static final String TOKEN = "demo-token";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SampleOrganisation organisation = SampleOrganisation.create();
  private final Routes routes;
  private final LoopbackServer server;

  private SampleApi(int port) {
    this.routes =
        new Routes()
            .on("GET /", (call, path) -> index())
            .on("GET /teams", (call, path) -> Answer.json(200, list(organisation.teams())))
            .on("GET /teams/*/members", (call, path) -> members(call, path.get(0)))
            .on("GET /services", (call, path) -> services(call))
            .on("GET /services/*", (call, path) -> service(path.get(0)))
            .on("GET /services/*/dependencies", (call, path) -> dependencies(path.get(0)))
            .on("GET /deployments", (call, path) -> deployments(call))
            .on("GET /incidents", this::incidents);
    this.server = LoopbackServer.start("sample-api", port, this::answer);
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static SampleApi start(int port) {
    return new SampleApi(port);
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return server.url();
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.close();
  }

  private Answer answer(Call call) {
    Answer plain = isAllowed(call) ? routed(call) : unauthorised();
    boolean compresses =
        call.header("accept-encoding").orElse("").toLowerCase(Locale.ROOT).contains("gzip");
    Answer varying = plain.with("Vary", "Accept-Encoding");
    return compresses && plain.body().length > 0 ? varying.gzipped() : varying;
  }

  private Answer routed(Call call) {
    try {
      return routes.answer(call).orElseGet(() -> error(404, "not_found", "no such resource"));
    } catch (SamplePages.BadParameter e) {
      return error(400, "bad_request", String.valueOf(e.getMessage()));
    }
  }

  private static boolean isAllowed(Call call) {
    byte[] found = call.header("authorization").orElse("").getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(found, ("Bearer " + TOKEN).getBytes(StandardCharsets.UTF_8));
  }

  private static Answer unauthorised() {
    return error(401, "unauthorized", "a bearer token is required")
        .with("WWW-Authenticate", "Bearer realm=\"sample\"");
  }

  private static Answer index() {
    ObjectNode body = NODES.objectNode().put("name", "Sample API");
    List.of(
            "/teams",
            "/teams/{team}/members",
            "/services",
            "/services/{service}",
            "/services/{service}/dependencies",
            "/deployments",
            "/incidents")
        .forEach(body.putArray("endpoints")::add);
    return Answer.json(200, body);
  }

  private Answer members(Call call, String team) {
    List<ObjectNode> members = organisation.members().get(team);
    return members == null ? missing("team") : new SamplePages(call, members).byOffset("members");
  }

  private Answer services(Call call) {
    return new SamplePages(call, organisation.services()).byPage("services");
  }

  private Answer service(String id) {
    return organisation.services().stream()
        .filter(service -> service.path("id").asText().equals(id))
        .findFirst()
        .map(service -> Answer.json(200, service))
        .orElseGet(() -> missing("service"));
  }

  private Answer dependencies(String id) {
    if (service(id).status() != 200) {
      return missing("service");
    }
    ObjectNode body = NODES.objectNode().put("service_id", id);
    organisation.dependencies(id).forEach(body.putArray("depends_on")::add);
    return Answer.json(200, body);
  }

  private Answer deployments(Call call) {
    return new SamplePages(call, organisation.deployments()).byCursor("items");
  }

  private Answer incidents(Call call, List<String> path) {
    return new SamplePages(call, organisation.incidents()).byLink(url() + "/incidents");
  }

  private static ArrayNode list(List<ObjectNode> items) {
    return NODES.arrayNode().addAll(items);
  }

  private static Answer missing(String what) {
    return error(404, "not_found", "no such " + what);
  }

  private static Answer error(int status, String code, String message) {
    ObjectNode body = NODES.objectNode();
    body.putObject("error").put("code", code).put("message", message);
    return Answer.json(status, body);
  }
}
