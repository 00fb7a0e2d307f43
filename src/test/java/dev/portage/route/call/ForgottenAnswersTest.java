package dev.portage.route.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.portage.config.NetworkSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultUnitOfWork;
import org.apache.camel.spi.Synchronization;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An exchange walks through tens of thousands of pages, and keeps nothing of those that were read.
 */
class ForgottenAnswersTest {
  private final CamelContext context = new DefaultCamelContext();
  private HttpServer server;

  @BeforeEach
  void start() throws Exception {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    byte[] page = "[1,2]".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        call -> {
          call.getResponseHeaders().add("X-Total", "2");
          call.sendResponseHeaders(200, page.length);
          call.getResponseBody().write(page);
          call.close();
        });
    server.start();
    context.addComponent(
        "test-http",
        new HttpComponents(NetworkSettings.DIRECT).create(Duration.ofSeconds(5), true, 1));
    context.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    context.stop();
  }

  @Test
  void nothingIsLeftOfAnAnswerThatWasRead() throws Exception {
    // Given
    Exchange exchange = new DefaultExchange(context);
    exchange.getExchangeExtension().setUnitOfWork(new DefaultUnitOfWork(exchange));
    Synchronization ours = new SynchronizationAdapter();
    exchange.getExchangeExtension().addOnCompletion(ours);

    // When
    for (int page = 1; page <= 3; page++) {
      send(exchange);
      assertThat(left(exchange)).as("camel-http keeps the answer").hasSize(2);
      read(exchange.getMessage());
    }

    // Then
    assertThat(left(exchange)).containsExactly(ours);
    assertThat(exchange.getMessage().getHeaders()).isEmpty();
  }

  private void send(Exchange exchange) throws Exception {
    String address = "127.0.0.1:" + server.getAddress().getPort();
    exchange.getMessage().setBody(null);
    var endpoint =
        context.getEndpoint(
            "test-http:" + address + "?disableStreamCache=true&throwExceptionOnFailure=false");
    try (var producer = endpoint.createAsyncProducer()) {
      producer.start();
      producer.process(exchange);
    }
    exchange.setMessage(exchange.getMessage());
  }

  private static void read(Message message) throws Exception {
    assertThat(HttpMessages.status(message)).isEqualTo(200);
    assertThat(HttpMessages.headers(message).first("X-Total")).contains("2");
    try (LimitedInput body = HttpMessages.body(message, Duration.ofSeconds(5))) {
      assertThat(JsonBody.answer(200, HttpMessages.headers(message), body).body()).hasSize(2);
    }
    HttpMessages.forget(message);
  }

  private static List<Synchronization> left(Exchange exchange) {
    List<Synchronization> left = new ArrayList<>();
    exchange
        .getUnitOfWork()
        .handoverSynchronization(
            exchange,
            end -> {
              left.add(end);
              return false;
            });
    return left;
  }
}
