package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import dev.portage.route.StoppedProcess.Outcome;
import dev.portage.route.StoppedProcess.When;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process gets a signal, at 20 moments of its life (contract, section 7.9). The same moments
 * again: {@code -Dtest=StopTest -Dportage.seed=SEED}, with the seed that the names of the tests
 * show.
 */
@Tag("slow")
class StopTest {
  private static final long SEED = Long.getLong("portage.seed", new Random().nextInt(1_000_000));

  /** Calls that a start and a resync make for sure. */
  private static final int CALLS_TO_PORT = 12;

  private static final int CALLS_TO_SOURCE = 5;

  /** Most of the time is spent waiting, so three processes at a time do not keep more busy. */
  private static final ExecutorService THREADS = Executors.newFixedThreadPool(3);

  @TempDir static Path directory;

  @AfterAll
  static void end() {
    THREADS.shutdownNow();
  }

  /** A moment, and the outcome of the process that is stopped then. */
  record Moment(When when, int number, StoppedProcess process, Future<Outcome> outcome) {
    @Override
    public String toString() {
      return "seed " + SEED + ": " + when + " " + number;
    }
  }

  /** All are started at once, and looked at one after another. */
  static List<Moment> moments() {
    Random random = new Random(SEED);
    List<Moment> moments = new ArrayList<>();
    add(moments, When.PORT_HANGS, 1 + random.nextInt(3));
    add(moments, When.PORT_HANGS, 4 + random.nextInt(CALLS_TO_PORT - 4));
    add(moments, When.TWO_SIGNALS_WHILE_PORT_HANGS, 1 + random.nextInt(CALLS_TO_PORT));
    add(moments, When.SOURCE_HANGS, 1 + random.nextInt(CALLS_TO_SOURCE));
    add(moments, When.IN_DELETIONS, 3);
    add(moments, When.IDLE, 0);
    add(moments, When.KILLED, 6 + random.nextInt(CALLS_TO_PORT - 6));
    for (int i = 1; i <= 4; i++) {
      add(moments, When.AFTER_MILLIS, random.nextInt(400 * i));
    }
    for (int i = 0; i < 7; i++) {
      add(moments, When.AT_CALL_TO_PORT, 1 + random.nextInt(CALLS_TO_PORT));
    }
    for (int i = 0; i < 2; i++) {
      add(moments, When.AT_CALL_TO_SOURCE, 1 + random.nextInt(CALLS_TO_SOURCE));
    }
    return moments;
  }

  private static void add(List<Moment> moments, When when, int number) {
    try {
      StoppedProcess process = new StoppedProcess(directory, when, number);
      moments.add(new Moment(when, number, process, THREADS.submit(process::run)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("moments")
  void aProcessThatIsStoppedEndsInOrder(Moment moment) throws Exception {
    try (StoppedProcess process = moment.process()) {
      // When
      Outcome outcome = moment.outcome().get(180, TimeUnit.SECONDS);

      // Then it ends soon, and says by which signal
      assertThat(outcome.code()).as(outcome.log()).isEqualTo(code(moment.when(), outcome));
      assertThat(outcome.took()).as(outcome.log()).isLessThan(limit(moment.when()));
      // And Port does not believe that a resync is still running
      if (moment.when() != When.KILLED && !moment.when().isPortGone()) {
        assertThat(process.port().resyncStatus()).as(outcome.log()).isIn(states(moment.when()));
      }
      // And nothing is deleted any more
      assertThat(outcome.late()).as(outcome.log()).isZero();
      assertThat(outcome.deletions()).isLessThan(moment.when() == When.IN_DELETIONS ? 15 : 21);
      assertThat(process.world().identifiers("person")).containsAll(StoppedProcess.expected());

      // And the next run brings the catalog to the right state
      process.recover();
      assertThat(process.world().resync().result()).isInstanceOf(RunResult.Complete.class);
      assertThat(process.world().identifiers("person")).isEqualTo(StoppedProcess.expected());
      assertThat(process.world().identifiers("team")).containsExactly("t1");
      assertThat(process.port().resyncStatus()).isEqualTo("completed");
    }
  }

  /**
   * A signal in the first milliseconds may meet a JVM that is not there yet, and says so itself.
   */
  private static int code(When when, Outcome outcome) {
    boolean neverBegan =
        when == When.AFTER_MILLIS
            && outcome.log().startsWith("Error occurred during initialization of VM");
    return when == When.KILLED ? 137 : neverBegan ? 1 : 143;
  }

  private static Duration limit(When when) {
    return Duration.ofSeconds(when == When.TWO_SIGNALS_WHILE_PORT_HANGS ? 3 : 25);
  }

  /** The state may be none yet where the resync has not begun. */
  private static List<String> states(When when) {
    return switch (when) {
      case IDLE -> List.of("completed");
      case IN_DELETIONS, SOURCE_HANGS, AT_CALL_TO_SOURCE -> List.of("aborted");
      default -> List.of("", "aborted", "completed");
    };
  }
}
