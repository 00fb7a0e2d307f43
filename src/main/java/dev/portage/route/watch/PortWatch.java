package dev.portage.route.watch;

import dev.portage.http.Masker;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What is seen of the calls to Port. Safe to share between threads. */
public final class PortWatch {
  private final Masker masker;
  private final Map<String, Calls> endpoints = new ConcurrentHashMap<>();
  private final AtomicInteger inFlight = new AtomicInteger();
  private volatile boolean ready;
  private volatile @Nullable Instant lastAnswer;
  private volatile @Nullable String failure;

  /** Calls to one endpoint. */
  private record Calls(CallTally tally, Histogram seconds) {}

  /**
   * Calls to one endpoint, at one moment.
   *
   * @param calls how many with which status, retries, and waits
   * @param seconds of the attempts
   */
  public record EndpointCalls(CallCounts calls, Histogram seconds) {}

  /**
   * Nothing was seen yet.
   *
   * @param masker hides secrets in texts
   */
  public PortWatch(Masker masker) {
    this.masker = masker;
  }

  /** This installation is at Port what it should be. */
  public void ready() {
    ready = true;
  }

  /** A call is sent; {@link #answered} follows. */
  public void sent() {
    inFlight.incrementAndGet();
  }

  /**
   * An attempt is over.
   *
   * @param endpoint method and path, without values
   * @param status 0 when there was no answer
   */
  public void answered(String endpoint, int status, Duration took, boolean retry) {
    inFlight.decrementAndGet();
    Calls calls = calls(endpoint);
    calls.tally().answered(status, retry);
    calls.seconds().add(took.toNanos() / 1e9);
    if (status > 0 && status < 500 && status != 401) {
      lastAnswer = Instant.now();
      failure = null;
    }
  }

  private Calls calls(String endpoint) {
    return endpoints.computeIfAbsent(
        endpoint, any -> new Calls(new CallTally(), Histogram.ofSeconds()));
  }

  /** A call paused. */
  public void waited(String endpoint, WaitReason reason, long nanos) {
    calls(endpoint).tally().waited(reason, nanos);
  }

  /** A call failed for good. */
  public void failed(String why) {
    failure = masker.mask(why);
  }

  /** How it stands between us and Port. */
  PortContact contact() {
    return new PortContact(ready, lastAnswer, failure);
  }

  /** Calls under way. */
  public int inFlight() {
    return inFlight.get();
  }

  /** What was counted, by endpoint. */
  public Map<String, EndpointCalls> endpoints() {
    Map<String, EndpointCalls> all = new TreeMap<>();
    endpoints.forEach(
        (endpoint, calls) ->
            all.put(endpoint, new EndpointCalls(calls.tally().now(), calls.seconds())));
    return all;
  }
}
