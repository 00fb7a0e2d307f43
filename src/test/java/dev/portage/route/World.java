package dev.portage.route;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.http.Masker;
import dev.portage.http.RetryPolicy;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import dev.portage.route.run.Ending;
import dev.portage.route.status.LogBuffer;
import dev.portage.route.watch.Watch;
import dev.portage.sink.local.Call;
import dev.portage.sink.local.FlakyPort;
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
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A source API, a catalog, and Portage between the two: everything over HTTP, nothing replaced. */
final class World implements AutoCloseable {
  private static final RetryPolicy IMPATIENT =
      new RetryPolicy(
          12,
          8,
          Duration.ofMillis(20),
          Duration.ofMillis(400),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30));

  private final FakeApi api = new FakeApi();
  private Ear ear = new Ear();
  private final LocalCatalog catalog;
  private final Runnable closePort;
  private final RetryPolicy towardsPort;
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
    this(directory, new Ear());
  }

  private World(Path directory, Ear ear) {
    this(directory, ear, LocalCatalogServer.start(new LocalCatalog(true), 0, ear::hear));
  }

  private World(Path directory, Ear ear, LocalCatalogServer port) {
    this(directory, port.url(), port.catalog(), port::close, RetryPolicy.forPort());
    this.ear = ear;
  }

  /** A world with a Port that may have a bad day, which is waited for only a short while. */
  World(Path directory, FlakyPort port) {
    this(directory, port.url(), port.catalog(), port::close, IMPATIENT);
  }

  private World(
      Path directory,
      String url,
      LocalCatalog catalog,
      Runnable closePort,
      RetryPolicy towardsPort) {
    this.catalog = catalog;
    this.closePort = closePort;
    this.towardsPort = towardsPort;
    mapping = directory.resolve("mapping.yaml");
    environment.put("OCEAN__PORT__BASE_URL", url);
    environment.put("OCEAN__PORT__CLIENT_ID", "client");
    environment.put("OCEAN__PORT__CLIENT_SECRET", "client-secret-of-port");
    environment.put("OCEAN__EVENT_LISTENER__TYPE", "ONCE");
    // Several processes of tests may listen at the same time.
    environment.put("APPLICATION__PORT", "0");
    environment.put("OCEAN__INITIALIZE_PORT_RESOURCES", "false");
    environment.put("PORTAGE__MAPPING_FILE", mapping.toString());
    environment.put("PORTAGE__STATE__DIRECTORY", directory.resolve("state").toString());
    set("BASE_URL", api.url());
  }

  FakeApi api() {
    return api;
  }

  LocalCatalog catalog() {
    return catalog;
  }

  Masker masker() {
    return masker;
  }

  /** What Port was told beside entities: metrics, heartbeats, logs and examples, in order. */
  List<Call> told() {
    return ear.told;
  }

  /** From now on this happens before such a call is answered. */
  World whileTelling(Consumer<Call> happens) {
    ear.whileTelling = happens;
    return this;
  }

  /** Sets an environment variable by its whole name. */
  World environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /** Sets an environment variable that begins with {@code OCEAN__INTEGRATION__CONFIG__}. */
  World set(String name, String value) {
    environment.put("OCEAN__INTEGRATION__CONFIG__" + name, value);
    return this;
  }

  /** The environment of a process of its own in this world. */
  Map<String, String> environment() {
    return environment;
  }

  /** The mapping from now on: {@link Kind}s. */
  World map(Kind... kinds) {
    return map(Kind.mapping(List.of(kinds)));
  }

  /** The mapping from now on, as YAML. */
  World map(String yaml) {
    try {
      Files.writeString(mapping, yaml);
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
    start(LogBuffer.off());
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
    return requireNonNull(portage).httpPort();
  }

  /** What an operator sees of Portage. */
  Watch watch() {
    return requireNonNull(portage).watch();
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
    return catalog.integration(identifier);
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
    start(LogBuffer.off());
    return ending();
  }

  /** Starts Portage, with its log put there. */
  Portage start(LogBuffer logs) {
    Portage started = Portage.of(settings(), masker, logs, towardsPort);
    portage = started;
    started.begin();
    return started;
  }

  /** The end of the run that was started. */
  Ending ending() throws Exception {
    return requireNonNull(portage).ending().get(30, TimeUnit.SECONDS);
  }

  /** The identifiers of a blueprint's entities, in order. */
  List<String> identifiers(String blueprint) {
    return catalog.entities(blueprint).stream()
        .map(entity -> entity.path("identifier").asText())
        .toList();
  }

  /** The titles of a blueprint's entities, in the order of their identifiers. */
  List<String> titles(String blueprint) {
    return catalog.entities(blueprint).stream()
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
    closePort.run();
  }

  /** Hears what Port is told beside entities. */
  private static final class Ear {
    private final List<Call> told = new CopyOnWriteArrayList<>();
    private volatile Consumer<Call> whileTelling = any -> {};

    void hear(Call call) {
      if (call.path().get(0).equals("ingest") || call.path().contains("examples")) {
        whileTelling.accept(call);
        told.add(call);
      }
    }
  }
}
