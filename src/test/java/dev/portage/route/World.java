package dev.portage.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.http.Masker;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A source API, a catalog, and Portage between the two: everything over HTTP, nothing replaced. */
final class World implements AutoCloseable {
  private final FakeApi api = new FakeApi();
  private final LocalCatalogServer catalog = LocalCatalogServer.start(new LocalCatalog(true), 0);
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Masker masker = new Masker();
  private final Path mapping;
  private @Nullable Portage portage;

  /**
   * A world without a mapping.
   *
   * @param directory for the mapping
   */
  World(Path directory) {
    mapping = directory.resolve("mapping.yaml");
    environment.put("OCEAN__PORT__BASE_URL", catalog.url());
    environment.put("OCEAN__PORT__CLIENT_ID", "client");
    environment.put("OCEAN__PORT__CLIENT_SECRET", "client-secret-of-port");
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "ONCE");
    environment.put("OCEAN__INITIALIZE_PORT_RESOURCES", "false");
    environment.put("PORTAGE__MAPPING_FILE", mapping.toString());
    set("BASE_URL", api.url());
  }

  FakeApi api() {
    return api;
  }

  /** Sets an environment variable that begins with {@code OCEAN__INTEGRATION__CONFIG__}. */
  World set(String name, String value) {
    environment.put("OCEAN__INTEGRATION__CONFIG__" + name, value);
    return this;
  }

  /** Sets any environment variable. */
  World environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** The mapping from now on: {@link Kind}s. */
  World map(Kind... kinds) {
    try {
      Files.writeString(mapping, Kind.mapping(List.of(kinds)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  Settings settings() {
    return SettingsReader.read(environment, mapping.getParent(), List.of());
  }

  /** Starts Portage, and waits for nothing. */
  World begin() {
    portage = Portage.start(settings(), masker);
    return this;
  }

  /** Wants a full resync of a Portage whose listener is WEBHOOK; waits for nothing. */
  void want() throws Exception {
    URI resync = URI.create("http://127.0.0.1:" + httpPort() + "/resync");
    HttpRequest request = HttpRequest.newBuilder(resync).POST(BodyPublishers.noBody()).build();
    int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    if (status != 202) {
      throw new IllegalStateException("POST /resync: " + status);
    }
  }

  /** The port of Portage's HTTP listener. */
  int httpPort() {
    return Objects.requireNonNull(portage).httpPort();
  }

  /** Stops Portage; the rest stays, so that it can begin again. */
  void stop() {
    if (portage != null) {
      portage.close();
      portage = null;
    }
  }

  /** Hides what Portage has learned to be secret. */
  String masked(String text) {
    return masker.mask(text);
  }

  /** What Port holds of the installation. */
  JsonNode integration() {
    return integration("my-custom-integration");
  }

  /** What Port holds of another installation. */
  JsonNode integration(String identifier) {
    return catalog.catalog().integration(identifier);
  }

  /** Waits for a condition, for half a minute at most. */
  static void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited for 30 s: " + what);
      }
      Thread.sleep(20);
    }
  }

  /** One whole run; everything stays up to be looked at, and for the next run. */
  Ending resync() throws Exception {
    if (portage != null) {
      return Jmx.request("direct:resync", Ending.class);
    }
    portage = Portage.start(settings(), masker);
    return portage.ending().get(30, TimeUnit.SECONDS);
  }

  /** The identifiers of a blueprint's entities, in order. */
  List<String> identifiers(String blueprint) {
    return catalog.catalog().entities(blueprint).stream()
        .map(entity -> entity.path("identifier").asText())
        .toList();
  }

  /** The titles of a blueprint's entities, in the order of their identifiers. */
  List<String> titles(String blueprint) {
    return catalog.catalog().entities(blueprint).stream()
        .map(entity -> entity.path("title").asText())
        .toList();
  }

  /** Why a run is incomplete; empty when it is not. */
  static List<String> reasons(Ending ending) {
    return ending.result() instanceof RunResult.Incomplete incomplete
        ? incomplete.reasons()
        : List.of();
  }

  /** The counts of a run's kinds, in the order of the mapping. */
  static List<KindCounts> counts(Ending ending) {
    return ending.report().map(RunReport::run).orElseThrow().kinds().stream()
        .map(KindRun::counts)
        .toList();
  }

  @Override
  public void close() {
    stop();
    api.close();
    catalog.close();
  }
}
