package dev.portage.route.call;

import dev.portage.http.ApiRequest;
import dev.portage.http.Headers;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.component.http.HttpProducer;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.DefaultExchange;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.jspecify.annotations.Nullable;

/** Between our requests and answers and the messages of camel-http. */
public final class HttpMessages {
  private static final long MAX_BYTES =
      Math.max(16L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 4);

  private HttpMessages() {}

  /** Makes the message say what the request says, and nothing else. */
  public static void write(ApiRequest request, Message message) {
    message.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(request.method()));
    message.setHeader(Exchange.HTTP_URI, request.address());
    message.setHeader(
        Exchange.HTTP_RAW_QUERY, request.query().isEmpty() ? null : request.query().toString());
    request.headers().forEach(message::setHeader);
    ApiRequest.Body body = request.body();
    if (body == null) {
      message.setBody(null);
      return;
    }
    String type = request.header("Content-Type").orElse(body.contentType());
    message.setHeader(Exchange.CONTENT_TYPE, type);
    message.setBody(
        body instanceof ApiRequest.Json json
            ? JsonBody.write(json.value())
            : ((ApiRequest.Form) body).text().getBytes(StandardCharsets.UTF_8));
  }

  /** The HTTP status of an answer. */
  public static int status(Message message) {
    return message.getHeader(Exchange.HTTP_RESPONSE_CODE) instanceof Integer code ? code : 0;
  }

  /** All headers of an answer, those of Camel left out. */
  public static Headers headers(Message message) {
    Map<String, List<String>> all = new HashMap<>();
    message
        .getHeaders()
        .forEach(
            (name, value) -> {
              if (value != null && !name.startsWith("Camel")) {
                all.put(name, values(value));
              }
            });
    return new Headers(all);
  }

  private static List<String> values(Object value) {
    return value instanceof Collection<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.toList())
        : List.of(value.toString());
  }

  /** The body, bounded in size and time; null when there is none. */
  public static @Nullable LimitedInput body(Message message, Duration timeout) {
    InputStream body = message.getBody(InputStream.class);
    Duration whole = timeout.multipliedBy(10).plusMinutes(1);
    return body == null ? null : new LimitedInput(body, whole, MAX_BYTES);
  }

  /**
   * The answer was read: nothing of it stays in the exchange. Its headers would be copied for every
   * item, and camel-http would keep request and answer until the exchange is over, which is the
   * whole listing.
   */
  public static void forget(Message message) {
    message.getHeaders().clear();
    UnitOfWork work = message.getExchange().getUnitOfWork();
    if (work != null) {
      // To an exchange that ends nowhere: who reads an answer has closed it.
      work.handoverSynchronization(
          new DefaultExchange(message.getExchange().getContext()), HttpMessages::isOfCamelHttp);
    }
  }

  private static boolean isOfCamelHttp(Synchronization end) {
    return end.getClass().getName().startsWith(HttpProducer.class.getName());
  }

  /** What went wrong on the way, in words that hold no data. */
  public static String transportFault(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof ConnectionRequestTimeoutException) {
        return "no free connection";
      }
      if (at instanceof SSLException) {
        return "the TLS connection failed: " + tlsReason(at);
      }
      if (at instanceof UnknownHostException) {
        return "the host is unknown to the name service";
      }
      if (at instanceof ConnectException) {
        return "the connection was refused";
      }
      if (at instanceof SocketTimeoutException) {
        return "no answer in time";
      }
      if (at instanceof SocketException) {
        return "the connection was dropped";
      }
    }
    return "the connection broke (" + thrown.getClass().getSimpleName() + ")";
  }

  private static String tlsReason(Throwable tls) {
    Throwable root = tls;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return "certificate not trusted or TLS not spoken there (" + root.getMessage() + ")";
  }
}
