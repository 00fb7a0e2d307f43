package dev.portage.sink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Query;
import dev.portage.http.Secret;
import dev.portage.http.Urls;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Port's API as one installation sees it: builds requests and reads answers, sends nothing
 * (contract, sections 3 and 4). Requests are not signed yet; see {@link AccessToken#sign}.
 *
 * @param baseUrl with or without a slash at its end, without {@code /v1}
 * @param clientId of the credentials
 * @param clientSecret of the credentials
 * @param type of the integration, {@code custom} as a rule
 * @param identifier of the installation; with the type it marks which entities are its own
 * @param version our own, for the user agent
 */
public record PortApi(
    String baseUrl,
    String clientId,
    Secret clientSecret,
    String type,
    String identifier,
    String version) {

  /** The version of Ocean's core whose contract this is; Port asks for it. */
  public static final String CORE_VERSION = "0.48.12";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  /** Removes the slashes at the end of the base URL. */
  public PortApi {
    baseUrl = baseUrl.replaceFirst("/+$", "");
  }

  /** The calls that concern the installation itself. */
  public IntegrationCalls integration() {
    return new IntegrationCalls(this);
  }

  /** The calls that write entities, and ask what Port holds of them. */
  public EntityCalls entities() {
    return new EntityCalls(this);
  }

  /** The calls that find out what belongs to the installation, and delete what is stale. */
  public OwnershipCalls ownership() {
    return new OwnershipCalls(this);
  }

  /** The calls that tell how a run is going. */
  public StatusCalls status() {
    return new StatusCalls(this);
  }

  /** The calls that concern the organisation as a whole. */
  public OrganisationCalls organisation() {
    return new OrganisationCalls(this);
  }

  /** The calls that create default resources. */
  public ResourceCalls resources() {
    return new ResourceCalls(this);
  }

  /** Asks for an access token (contract, section 4.2). */
  public ApiRequest login() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("clientId", clientId).put("clientSecret", clientSecret.reveal());
    return request("POST", "/auth/access_token", Query.EMPTY, body);
  }

  /**
   * Reads the answer to {@link #login}.
   *
   * @throws PortException when the credentials are refused or there is no token
   */
  public AccessToken readLogin(ApiResponse response) {
    JsonNode body = success("login", response);
    String token = body.path("accessToken").asText("");
    if (token.isEmpty()) {
      throw PortException.incomplete("login", "accessToken");
    }
    return new AccessToken(
        new Secret(token),
        body.path("tokenType").asText("Bearer"),
        Duration.ofSeconds(body.path("expiresIn").asLong(0)));
  }

  /** The user agent of calls that concern no entities. */
  public String userAgent() {
    return "port-ocean/" + type + "/" + version + "/" + identifier;
  }

  /** The user agent by which Port knows whose an entity is (contract, section 3). */
  public String exporterUserAgent() {
    return userAgent() + "/exporter";
  }

  /** What the data source of every entity of this type begins with. */
  String datasourcePrefix() {
    return "port-ocean/" + type + "/";
  }

  /** What the data source of every entity of this installation ends with. */
  String datasourceSuffix() {
    return "/" + identifier + "/exporter";
  }

  ApiRequest request(String method, String path, Query query, @Nullable JsonNode body) {
    return request(userAgent(), method, path, query, body);
  }

  ApiRequest exporterRequest(String method, String path, Query query, @Nullable JsonNode body) {
    return request(exporterUserAgent(), method, path, query, body);
  }

  private ApiRequest request(
      String userAgent, String method, String path, Query query, @Nullable JsonNode body) {
    return new ApiRequest(
        method,
        baseUrl + "/v1" + path,
        query,
        Map.of("User-Agent", userAgent),
        body == null ? null : new ApiRequest.Json(body));
  }

  /** A path of which the arguments are percent-encoded segments. */
  static String path(String format, Object... segments) {
    Object[] encoded = new Object[segments.length];
    for (int i = 0; i < segments.length; i++) {
      encoded[i] = Urls.encodeSegment(segments[i].toString());
    }
    return format.formatted(encoded);
  }

  /** ISO-8601 with microseconds and offset, cut off rather than rounded. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  static JsonNode success(String call, ApiResponse response) {
    if (!response.isSuccess()) {
      throw PortException.refused(call, response);
    }
    return response.body();
  }
}
