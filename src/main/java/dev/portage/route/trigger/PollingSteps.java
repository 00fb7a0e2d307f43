package dev.portage.route.trigger;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.route.port.PortUnavailable;
import dev.portage.sink.Integration;
import dev.portage.sink.PortApi;
import dev.portage.sink.PortException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code trigger-polling} (contract, section 7.2). */
public final class PollingSteps {
  private static final Logger LOG = LoggerFactory.getLogger(PollingSteps.class);

  private final PortApi api;
  private final Function<ApiRequest, ApiResponse> port;
  private final boolean resyncOnStart;
  private final Supplier<Optional<Instant>> begun;
  private boolean first = true;
  private @Nullable Instant handled;

  /**
   * Nobody was asked yet.
   *
   * @param port carries a call out
   * @param resyncOnStart whether the first resync waits for nobody
   * @param begun when the last full resync of this process began, by Port's clock
   */
  PollingSteps(
      PortApi api,
      Function<ApiRequest, ApiResponse> port,
      boolean resyncOnStart,
      Supplier<Optional<Instant>> begun) {
    this.api = api;
    this.port = port;
    this.resyncOnStart = resyncOnStart;
    this.begun = begun;
  }

  /** Whether a resync is wanted that no resync has answered yet. */
  public boolean wanted() {
    try {
      Optional<Instant> requested = requested();
      boolean start = first && resyncOnStart;
      if (first && !resyncOnStart) {
        handled = lastState();
      }
      first = false;
      boolean newer = requested.filter(this::isNew).isPresent();
      if (newer) {
        handled = requested.get();
      }
      return start || newer;
    } catch (PortUnavailable | PortException e) {
      LOG.warn("Port could not be asked whether a resync is wanted: {}", e.getMessage());
      return false;
    }
  }

  /** What was handled last counts; before anything was, the last full resync of this process. */
  private boolean isNew(Instant requested) {
    Instant baseline = handled == null ? begun.get().orElse(null) : handled;
    return baseline == null || requested.isAfter(baseline);
  }

  private Optional<Instant> requested() {
    return api.integration()
        .readResyncRequest(port.apply(api.integration().resyncRequest()))
        .flatMap(PollingSteps::instant);
  }

  /**
   * What was asked for before the last resync is answered, whichever process did that one; unless
   * it was broken off.
   */
  private @Nullable Instant lastState() {
    return api.integration()
        .readGet(port.apply(api.integration().get()))
        .flatMap(Integration::answeredUntil)
        .orElse(null);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      LOG.warn("Port's resync request has no time that can be read");
      return Optional.empty();
    }
  }
}
