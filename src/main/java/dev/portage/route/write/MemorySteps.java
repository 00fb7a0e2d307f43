package dev.portage.route.write;

import dev.portage.catalog.Fingerprint;
import dev.portage.catalog.KeySet;
import dev.portage.config.MappingDocument;
import dev.portage.config.PortSettings;
import dev.portage.config.Settings;
import dev.portage.config.StateSettings;
import dev.portage.http.Masker;
import dev.portage.reconcile.KindRun;
import dev.portage.reconcile.ResyncRun;
import dev.portage.reconcile.RunResult;
import dev.portage.reconcile.state.MemoryStore;
import dev.portage.reconcile.state.Owner;
import dev.portage.reconcile.state.PastRun;
import dev.portage.reconcile.state.RunMemory;
import dev.portage.reconcile.state.State;
import dev.portage.reconcile.state.StateFile;
import dev.portage.reconcile.state.StateStore;
import dev.portage.route.port.PortClient;
import dev.portage.route.port.PortUnavailable;
import dev.portage.route.run.Ending;
import dev.portage.route.run.Recollection;
import dev.portage.route.run.Run;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The steps of the route {@code resync} that take up what the last run left, and leave something.
 */
public final class MemorySteps {
  private static final Logger LOG = LoggerFactory.getLogger(MemorySteps.class);

  private final PortApi api;
  private final PortClient port;
  private final Keeping keeping;

  /**
   * What is kept, and where.
   *
   * @param settings of the state
   * @param single whether the process ends after one run, whose history nobody will look up
   * @param state opened when it is needed
   * @param owner whose state it is
   * @param version of this program
   * @param masker hides secrets in what is written
   */
  public record Keeping(
      StateSettings settings,
      boolean single,
      State state,
      String owner,
      String version,
      Masker masker) {

    /** What the settings say. */
    public static Keeping of(Settings settings, boolean single, String version, Masker masker) {
      StateSettings state = settings.run().state();
      String owner = ownerOf(settings).key();
      return new Keeping(state, single, new State(() -> open(state)), owner, version, masker);
    }

    /** Whose state it is. */
    public static Owner ownerOf(Settings settings) {
      PortSettings port = settings.port();
      return new Owner(port.baseUrl(), port.clientId(), settings.type(), settings.identifier());
    }

    private static StateStore open(StateSettings settings) {
      return settings.store() == StateSettings.Store.FILE
          ? new StateFile(settings.directory()).open()
          : new MemoryStore();
    }

    private boolean trusts() {
      return settings.trust() && settings.store() != StateSettings.Store.NONE;
    }

    private boolean hasHistory() {
      return settings.store() != StateSettings.Store.NONE && (!single || trusts());
    }
  }

  /** For one installation. */
  public MemorySteps(PortApi api, PortClient port, Keeping keeping) {
    this.api = api;
    this.port = port;
    this.keeping = keeping;
  }

  /** Takes up what the last run left, as far as Port lists it as not changed since. */
  public void recall(@Variable("run") Run run) {
    if (!keeping.trusts() || run.isPartial()) {
      return;
    }
    ResyncRun record = run.record();
    RunMemory memory =
        RunMemory.begin(
            keeping.state(),
            keeping.owner(),
            record.id(),
            rules(run.mapping()),
            record.start(),
            keeping.settings().fullComparisonEvery());
    memory.trust(listed(memory.untouched()));
    run.recall(Recollection.of(memory, this::blueprint));
  }

  /** Whatever may make Port hold something else although the source gives the same. */
  private Fingerprint rules(MappingDocument mapping) {
    return mapping.fingerprint().and(Fingerprint.of("version", keeping.version()));
  }

  private KeySet listed(@Nullable Instant untouched) {
    KeySet listed = RunMemory.keys();
    if (untouched == null) {
      LOG.info("Every entity is compared with what Port holds");
      return listed;
    }
    try {
      new OwnedEntities(api, port).each(untouched, page -> page.keys().forEach(listed::add));
      LOG.info(
          "{} entities have not changed in Port since the last resync; they are compared only if they"
              + " have changed here",
          listed.size());
      return listed;
    } catch (PortUnavailable | PortException e) {
      LOG.warn("{}; every entity is compared with what Port holds", e.getMessage());
      return RunMemory.keys();
    }
  }

  private Optional<Fingerprint> blueprint(String name) {
    try {
      return api.ownership().readFingerprint(port.call(api.ownership().blueprint(name)));
    } catch (PortUnavailable | PortException e) {
      LOG.warn("{}; entities of {} are compared with what Port holds", e.getMessage(), name);
      return Optional.empty();
    }
  }

  /** Leaves to the next run what is known, unless something is in doubt; and to history the run. */
  public Ending remember(@Body Ending ending, @Variable("run") @Nullable Run run) {
    if (run != null && run.record().doubts().isEmpty() && !run.isAborted()) {
      run.recollection().leave(run.record());
    }
    if (run != null && keeping.hasHistory()) {
      PastRun past = past(run, ending.result());
      keeping.state().write(store -> store.record(keeping.owner(), past));
    }
    return ending;
  }

  private PastRun past(Run run, RunResult result) {
    ResyncRun record = run.record();
    return new PastRun(
        record.id(),
        record.start(),
        Instant.now(),
        result.word(),
        keeping.masker().mask(result.reason()),
        run.isPartial(),
        run.recollection().trusted(),
        record.deletedCount(),
        record.kinds().stream().map(MemorySteps::past).toList());
  }

  private static PastRun.PastKind past(KindRun kind) {
    return new PastRun.PastKind(kind.index(), kind.kind(), kind.state(), kind.counts());
  }
}
