package dev.portage.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.Samples;
import dev.portage.jq.JqProgram;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From the body of a page to entities; an operation is an item. */
@State(Scope.Thread)
public class EntityMappingBenchmark {
  private static final int ITEMS = 100;

  private final JsonNode body = Samples.json(Samples.page(1, ITEMS));
  private final DataPath dataPath =
      new DataPath(new Expression("data_path", JqProgram.compile(".data")));
  private final EntityMapping mapping = Samples.mapping();
  private final ExpressionReport report = new ExpressionReport(mapping);

  /** Data path and mapping, without filter. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void map(Blackhole sink) {
    for (JsonNode item : dataPath.items(body).items()) {
      sink.consume(mapping.map(item, report));
    }
  }
}
