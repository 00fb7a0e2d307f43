package dev.portage.route.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.Samples;
import dev.portage.catalog.EntityBatch;
import dev.portage.http.ApiRequest;
import dev.portage.http.Secret;
import dev.portage.sink.PortApi;
import dev.portage.sink.UpsertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading what the API answers and writing what Port gets. */
@State(Scope.Thread)
public class JsonBodyBenchmark {
  private static final int ITEMS = 100;
  private static final int ENTITIES = 20;

  private final byte[] page = Samples.page(1, ITEMS).getBytes(StandardCharsets.UTF_8);
  private final EntityBatch batch = new EntityBatch("issue", Samples.entities(ENTITIES));
  private final PortApi port =
      new PortApi("https://api.getport.io", "id", new Secret("secret"), "custom", "it", "1.0.0");
  private final UpsertOptions options = new UpsertOptions(true, true, "resync");

  /** A page of 100 items; an operation is an item. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public JsonNode read() throws IOException {
    return JsonBody.read(new ByteArrayInputStream(page), Optional.of("application/json"));
  }

  /** A bulk upsert of 20 entities; an operation is an entity. */
  @Benchmark
  @OperationsPerInvocation(ENTITIES)
  public byte[] write() {
    ApiRequest request = port.entities().bulkUpsert(batch, options);
    return JsonBody.write(((ApiRequest.Json) request.body()).value());
  }
}
