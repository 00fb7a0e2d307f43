package dev.portage.route.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.catalog.Fingerprint;
import dev.portage.config.MappingDocument;
import dev.portage.config.Settings;
import dev.portage.config.SettingsReader;
import dev.portage.config.StateSettings;
import dev.portage.config.StateSettings.Store;
import dev.portage.http.Masker;
import dev.portage.http.Secret;
import dev.portage.reconcile.ResyncRun;
import dev.portage.reconcile.RunResult;
import dev.portage.reconcile.state.MemoryStore;
import dev.portage.reconcile.state.PastRun;
import dev.portage.reconcile.state.State;
import dev.portage.route.port.PortClient;
import dev.portage.route.run.Ending;
import dev.portage.route.run.Run;
import dev.portage.route.watch.ProcessIdentity;
import dev.portage.route.watch.Watch;
import dev.portage.sink.PortApi;
import dev.portage.trigger.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When the state is used at all. */
class MemoryStepsTest {
  private static final Secret SECRET = new Secret("word of honour");
  private static final PortApi API =
      new PortApi("http://127.0.0.1:1", "id", new Secret("s"), "custom", "acme", "1");
  private static final MappingDocument MAPPING =
      new MappingDocument(
          true, true, true, 0.9, List.of(), List.of(), List.of(), Fingerprint.of("", ""));

  private static final Settings SETTINGS =
      SettingsReader.read(
          Map.of(
              "OCEAN__PORT__CLIENT_ID", "id",
              "OCEAN__PORT__CLIENT_SECRET", "s",
              "OCEAN__INTEGRATION__IDENTIFIER", "acme",
              "OCEAN__INTEGRATION__CONFIG__BASE_URL", "http://127.0.0.1:1"),
          Path.of("there", "is", "none"),
          List.of());

  private final DefaultCamelContext context = new DefaultCamelContext();
  private final AtomicInteger opened = new AtomicInteger();
  private final MemoryStore store = new MemoryStore();
  private final State state =
      new State(
          () -> {
            opened.incrementAndGet();
            return store;
          });

  @AfterEach
  void end() {
    context.stop();
  }

  private MemorySteps steps(Store where, boolean trust, boolean single) {
    StateSettings settings = new StateSettings(where, Path.of("x"), trust, Duration.ofDays(1));
    Masker masker = new Masker(List.of(SECRET));
    return new MemorySteps(
        API,
        new PortClient(context.createProducerTemplate()),
        new MemorySteps.Keeping(settings, single, state, "owner", "1", masker));
  }

  private static Run run(Scope scope) {
    ResyncRun record = new ResyncRun(UUID.randomUUID(), Instant.EPOCH);
    ProcessIdentity process = new ProcessIdentity("1", "acme", "", "", "", "", Instant.EPOCH);
    Watch watch = new Watch(process, new Masker(List.of()));
    return new Run(record, MAPPING, List.of(), scope, SETTINGS.run(), watch);
  }

  private static Ending ending(RunResult result) {
    return new Ending(result, false, Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    // where,  trust, single, recalls, records
    "FILE,   true,  true,   true,    true",
    "FILE,   true,  false,  true,    true",
    "FILE,   false, true,   false,   false",
    "FILE,   false, false,  false,   true",
    "MEMORY, true,  false,  true,    true",
    "NONE,   true,  false,  false,   false",
    "NONE,   false, true,   false,   false"
  })
  void theStateIsOpenedOnlyWhenSomebodyWillReadIt(
      Store where, boolean trust, boolean single, boolean recalls, boolean records) {
    // Given
    MemorySteps steps = steps(where, trust, single);
    Run run = run(Scope.EVERYTHING);

    // When
    steps.recall(run);
    boolean openedToRecall = opened.get() > 0;
    steps.remember(ending(new RunResult.Complete()), run);

    // Then
    assertThat(run.recollection().isOn()).isEqualTo(recalls);
    assertThat(openedToRecall).isEqualTo(recalls);
    assertThat(store.runs("owner", 9)).hasSize(records ? 1 : 0);
    assertThat(opened.get() > 0).isEqualTo(records);
  }

  @Test
  void aRunOfSingleKindsTrustsNothingAndLeavesWhatIsThere() {
    // Given
    MemorySteps steps = steps(Store.FILE, true, false);
    Run run = run(Scope.kinds(Set.of("users")));

    // When
    steps.recall(run);
    steps.remember(ending(new RunResult.Complete()), run);

    // Then
    assertThat(run.recollection().isOn()).isFalse();
    assertThat(store.memory("owner")).isEmpty();
    assertThat(store.runs("owner", 9)).extracting(PastRun::partial).containsExactly(true);
  }

  @Test
  void theHistoryHoldsNoSecret() {
    MemorySteps steps = steps(Store.FILE, false, false);

    steps.remember(ending(new RunResult.Failed("no " + SECRET.reveal())), run(Scope.EVERYTHING));

    PastRun run = store.runs("owner", 1).get(0);
    assertThat(run.result()).isEqualTo("failed");
    assertThat(run.reason()).startsWith("no ").doesNotContain(SECRET.reveal());
  }

  @Test
  void aRunThatNeverBeganIsNoRun() {
    Ending ending = ending(new RunResult.Failed("no mapping"));

    assertThat(steps(Store.FILE, true, false).remember(ending, null)).isSameAs(ending);

    assertThat(opened).hasValue(0);
  }
}
