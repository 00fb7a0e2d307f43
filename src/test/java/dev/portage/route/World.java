package dev.portage.route;

import static java.util.Objects.requireNonNull;

import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.http.Masker;
import dev.portage.reconcile.KindCounts;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.RunReport;
import dev.portage.reconcile.RunResult;
import dev.portage.sink.local.Call;
import dev.portage.sink.local.LocalCatalog;
import dev.portage.sink.local.LocalCatalogServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A source API, a catalog, and Portage between the two: everything over HTTP, nothing replaced. */
final class World implements AutoCloseable {
  private final FakeApi api = new FakeApi();
  private final List<Call> told = new CopyOnWriteArrayList<>();
  private final LocalCatalogServer catalog =
      LocalCatalogServer.start(new LocalCatalog(true), 0, this::hear);
  private volatile Consumer<Call> whileTelling = any -> {};
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

  LocalCatalog catalog() {
    return catalog.catalog();
  }

  Masker masker() {
    return masker;
  }

  private void hear(Call call) {
    if (call.path().get(0).equals("ingest") || call.path().contains("examples")) {
      whileTelling.accept(call);
      told.add(call);
    }
  }

  /** What Port was told beside entities: metrics, heartbeats, logs and examples, in order. */
  List<Call> told() {
    return told;
  }

  /** From now on this happens before such a call is answered. */
  World whileTelling(Consumer<Call> happens) {
    whileTelling = happens;
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

  /** One whole run; everything stays up to be looked at, and for the next run. */
  Ending resync() throws Exception {
    if (portage != null) {
      return Jmx.request("direct:resync", Ending.class);
    }
    start(LogBuffer.off());
    return ending();
  }

  /** Starts the single run, with its log put there. */
  Portage start(LogBuffer logs) {
    Portage started = Portage.of(settings(), masker, logs);
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
    if (portage != null) {
      portage.close();
    }
    api.close();
    catalog.close();
  }
}
