package dev.portage.sink.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link LocalCatalog} behind the part of Port's API that Portage uses (contract, section 4), and
 * behind a few web pages. Only this machine can reach it, and it keeps nothing once it is closed.
 */
public final class LocalCatalogServer implements AutoCloseable {

  private final LocalCatalog catalog;
  private final @Nullable Login login;
  private final Consumer<Call> heard;
  private final Tokens tokens = new Tokens(Clock.systemUTC());
  private final Routes api;
  private final Routes pages;
  private volatile @Nullable LoopbackServer server;

  /**
   * The only credentials accepted.
   *
   * @param clientId not empty
   * @param clientSecret not empty
   */
  public record Login(String clientId, String clientSecret) {

    /** Never shows the secret. */
    @Override
    public String toString() {
      return "Login[clientId=%s, clientSecret=***]".formatted(clientId);
    }
  }

  private LocalCatalogServer(LocalCatalog catalog, @Nullable Login login, Consumer<Call> heard) {
    this.catalog = catalog;
    this.login = login;
    this.heard = heard;
    this.pages = new CatalogPages(catalog).into(new Routes());
    Routes routes = new SearchRoutes(catalog).into(new Routes());
    new EntityRoutes(catalog).into(routes);
    new BlueprintRoutes(catalog).into(routes);
    this.api = new IntegrationRoutes(catalog.integrations(), this::url).into(routes);
  }

  /**
   * Starts to listen on 127.0.0.1; any client id and secret that are not empty are accepted.
   *
   * @param port 0 for any free one
   * @throws java.io.UncheckedIOException when the port is taken
   */
  public static LocalCatalogServer start(LocalCatalog catalog, int port) {
    return new LocalCatalogServer(catalog, null, any -> {}).listening(port);
  }

  /** The same, with only these credentials accepted. */
  public static LocalCatalogServer start(LocalCatalog catalog, int port, Login login) {
    return new LocalCatalogServer(catalog, login, any -> {}).listening(port);
  }

  /**
   * The same with any credentials, for who wants to know what arrives beside entities: metrics,
   * logs, examples.
   *
   * @param heard is told of every call with a valid token, before it is answered; what it throws is
   *     the answer 500
   */
  public static LocalCatalogServer start(LocalCatalog catalog, int port, Consumer<Call> heard) {
    return new LocalCatalogServer(catalog, null, heard).listening(port);
  }

  /** The address of the API and of the pages, without a slash at the end. */
  public String url() {
    LoopbackServer listening = server;
    return listening == null ? "" : listening.url();
  }

  /** What it serves. */
  public LocalCatalog catalog() {
    return catalog;
  }

  /** Stops listening; the catalog stays readable. */
  @Override
  public void close() {
    LoopbackServer listening = server;
    if (listening != null) {
      listening.close();
    }
  }

  private LocalCatalogServer listening(int port) {
    server = LoopbackServer.start("local-catalog", port, this::answer);
    return this;
  }

  private Answer answer(Call call) {
    boolean ofApi =
        !call.path().isEmpty()
            && (call.path().get(0).equals("v1") || call.path().get(0).equals("ingest"));
    return ofApi || !call.method().equals("GET") ? api(call) : page(call);
  }

  private Answer api(Call call) {
    if (call.method().equals("POST")
        && String.join("/", call.path()).equals("v1/auth/access_token")) {
      return logIn(call);
    }
    tokens.check(call);
    heard.accept(call);
    return api.answer(call)
        .orElseThrow(
            () ->
                Refusal.missing(
                    "no route %s /%s".formatted(call.method(), String.join("/", call.path()))));
  }

  private Answer page(Call call) {
    try {
      Optional<Answer> page = pages.answer(call);
      return page.orElseGet(() -> CatalogPages.lost("This address leads nowhere."));
    } catch (Refusal e) {
      return CatalogPages.lost(e.words());
    }
  }

  private Answer logIn(Call call) {
    JsonNode sent = call.object();
    String clientId = sent.path("clientId").asText("");
    String clientSecret = sent.path("clientSecret").asText("");
    boolean known =
        login == null
            ? !clientId.isBlank() && !clientSecret.isBlank()
            : new Login(clientId, clientSecret).equals(login);
    if (!known) {
      throw new Refusal(401, "unauthorized", "clientId or clientSecret is wrong");
    }
    return Answer.json(
        200,
        Json.object()
            .put("ok", true)
            .put("accessToken", tokens.issue())
            .put("expiresIn", Tokens.LIFETIME.toSeconds())
            .put("tokenType", "Bearer"));
  }
}
