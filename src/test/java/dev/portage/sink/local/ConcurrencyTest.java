package dev.portage.sink.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {

  @Test
  void manyWritersLoseNothing() throws Exception {
    try (LocalCatalogServer server = LocalCatalogServer.start(new LocalCatalog(true), 0)) {
      Client client = Client.loggedIn(server);
      ExecutorService threads = Executors.newFixedThreadPool(8);
      List<Callable<JsonNode>> writers =
          IntStream.range(0, 40).<Callable<JsonNode>>mapToObj(i -> () -> write(client, i)).toList();

      int created = 0;
      for (Future<JsonNode> answer : threads.invokeAll(writers)) {
        assertThat(answer.get().path("errors")).isEmpty();
        created +=
            (int)
                answer.get().path("entities").findValues("created").stream()
                    .filter(JsonNode::asBoolean)
                    .count();
      }
      threads.shutdown();

      assertThat(created).isEqualTo(server.catalog().count("service")).isEqualTo(410);
      assertThat(server.catalog().count("team")).isEqualTo(3);
      assertThat(client.get("/blueprints/team/entities/t0").text()).contains("Referred to by");
    }
  }

  /** Twenty entities, of which ten are also written by the next writer. */
  private static JsonNode write(Client client, int writer) {
    StringBuilder entities = new StringBuilder();
    for (int i = writer * 10; i < writer * 10 + 20; i++) {
      entities
          .append(entities.isEmpty() ? "" : ",")
          .append(
              "{'identifier':'s%d','properties':{'p%d':1},'relations':{'team':'t%d'}}"
                  .formatted(i, writer, i % 3));
    }
    return client
        .post(
            "/v1/blueprints/service/entities/bulk?upsert=true&merge=true"
                + "&create_missing_related_entities=true",
            "{'entities':[" + entities + "]}")
        .json();
  }
}
