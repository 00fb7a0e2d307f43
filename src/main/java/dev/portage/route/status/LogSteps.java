package dev.portage.route.status;

import dev.portage.http.ApiRequest;
import dev.portage.http.Redaction;
import dev.portage.route.call.Failures;
import dev.portage.sink.LogOrigin;
import dev.portage.sink.LogRecord;
import dev.portage.sink.StatusCalls;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the route {@code ship-logs} (contract, section 4.12). */
public final class LogSteps {
  private static final Logger LOG = LoggerFactory.getLogger(LogSteps.class);
  private static final Duration SAID_AGAIN = Duration.ofMinutes(10);

  private final LogBuffer buffer;
  private final StatusCalls calls;
  private final IngestAddresses addresses;
  private final Redaction redaction;
  private final LogOrigin origin = new LogOrigin(hostname(), UUID.randomUUID().toString());
  private Instant said = Instant.EPOCH;

  LogSteps(LogBuffer buffer, StatusCalls calls, IngestAddresses addresses, Redaction redaction) {
    this.buffer = buffer;
    this.calls = calls;
    this.addresses = addresses;
    this.redaction = redaction;
  }

  /**
   * Lines that are shipped together.
   *
   * @param url where to
   */
  record Batch(String url, List<LogRecord> lines) {}

  /** The batches that are due. */
  public Iterator<Batch> batches() {
    LogBuffer.keepOut();
    Optional<String> url = buffer.isDue(Instant.now()) ? url() : Optional.empty();
    return url.<Iterator<Batch>>map(found -> new Due(found, buffer))
        .orElse(List.<Batch>of().iterator());
  }

  /**
   * Where Port takes logs; lines wait while that is not known, and none are taken where it takes
   * none.
   */
  private Optional<String> url() {
    try {
      Optional<String> url = addresses.get().ingestUrls().logs();
      if (url.isEmpty()) {
        LOG.debug("Port names no address for logs; none are sent");
        buffer.close();
      }
      return url;
    } catch (RuntimeException e) {
      LOG.debug("Logs wait: {}", Failures.words(e));
      return Optional.empty();
    }
  }

  /** Takes a batch out of the buffer when it is asked for. */
  private static final class Due implements Iterator<Batch> {
    private final String url;
    private final LogBuffer buffer;
    private List<LogRecord> next = List.of();

    Due(String url, LogBuffer buffer) {
      this.url = url;
      this.buffer = buffer;
    }

    @Override
    public boolean hasNext() {
      if (next.isEmpty()) {
        next = buffer.take(Instant.now());
      }
      return !next.isEmpty();
    }

    @Override
    public Batch next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Batch batch = new Batch(url, next);
      next = List.of();
      return batch;
    }
  }

  /** The call that ships a batch, without secrets. */
  public StatusRequest ship(@Body Batch batch) {
    List<LogRecord> shown =
        batch.lines().stream()
            .map(
                line ->
                    new LogRecord(
                        line.time(), line.level(), redaction.text(line.message()), line.context()))
            .toList();
    return new StatusRequest(
        "logs", calls.logs(batch.url(), origin, shown), calls.mayCarryToken(batch.url()));
  }

  /** A batch did not arrive: counted, and said here now and then. */
  public void lost(Exchange exchange) {
    StatusCall call = exchange.getVariable("request", StatusCall.class);
    int lines = call == null ? 0 : lines(call.request().request());
    buffer.lost(lines);
    if (Instant.now().isAfter(said.plus(SAID_AGAIN))) {
      said = Instant.now();
      Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
      LOG.warn("Port did not take {} lines of the log: {}", lines, Failures.words(failure));
    }
  }

  private static int lines(ApiRequest request) {
    return request.body() instanceof ApiRequest.Json json ? json.value().path("logs").size() : 0;
  }

  private static String hostname() {
    String pod = System.getenv("HOSTNAME");
    if (pod != null && !pod.isBlank()) {
      return pod;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
