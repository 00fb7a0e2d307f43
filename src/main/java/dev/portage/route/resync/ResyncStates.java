package dev.portage.route.resync;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.reconcile.RunResult;
import dev.portage.route.port.PortUnavailable;
import dev.portage.route.run.PortClock;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import dev.portage.sink.ResyncState;
import dev.portage.trigger.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What Port is told of a resync as a whole (contract, section 4.5): that it runs, how it ended. */
public final class ResyncStates {
  private static final Logger LOG = LoggerFactory.getLogger(ResyncStates.class);

  private final PortApi api;
  private final Function<ApiRequest, ApiResponse> port;
  private final @Nullable Duration interval;
  private final Instant started = Instant.now();
  private volatile @Nullable Instant begun;

  /** Whether Port was told last that a resync is running. */
  private boolean toldRunning;

  /**
   * Nothing is told yet.
   *
   * @param port makes a call to Port
   * @param interval between scheduled resyncs; null when there are none
   */
  public ResyncStates(
      PortApi api, Function<ApiRequest, ApiResponse> port, @Nullable Duration interval) {
    this.api = api;
    this.port = port;
    this.interval = interval;
  }

  /**
   * When the last full resync began by Port's clock: what was asked for before, it has answered
   * (contract, section 7.2).
   */
  public Optional<Instant> begun() {
    return Optional.ofNullable(begun);
  }

  /**
   * A full resync runs since then.
   *
   * @return what time it is at Port; empty when Port does not say
   */
  Optional<PortClock> running(Instant since) {
    Optional<Instant> shown = tell(ResyncState.running(since, next(), interval));
    begun = shown.orElse(begun);
    return shown.map(PortClock::showing);
  }

  /**
   * It has ended like this, whether the resync says so itself or who stops it; nothing is told when
   * Port does not know of one.
   */
  void ended(RunResult result) {
    ResyncState.Status status = ResyncState.Status.of(result.portStatus());
    tell(ResyncState.ended(status, Instant.now(), next(), interval));
  }

  /** When a full resync is due by the schedule of the installation; null without one. */
  public @Nullable Instant next() {
    return interval == null ? null : new Schedule.Every(interval).next(started, Instant.now());
  }

  /**
   * What Port shows about the resync is no reason to fail it. It is told of one end after each
   * begin: who stops a resync and the resync itself both try.
   *
   * @return when Port took it in, by its own clock; empty when it did not, or does not say
   */
  private synchronized Optional<Instant> tell(ResyncState state) {
    boolean begins = state.status() == ResyncState.Status.RUNNING;
    if (!begins && !toldRunning) {
      return Optional.empty();
    }
    toldRunning = begins;
    try {
      Integration told = api.integration().read(port.apply(api.integration().resyncState(state)));
      return told.resyncStateUpdatedAt();
    } catch (PortUnavailable | PortException e) {
      LOG.warn(
          "Port was not told that the resync is {}: {}", state.status().text(), e.getMessage());
      return Optional.empty();
    }
  }
}
