package dev.portage.sink;

import dev.portage.Samples;
import dev.portage.catalog.Entity;
import dev.portage.catalog.EntityBatch;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the entities of a page to batches; an operation is an entity. */
@State(Scope.Thread)
public class BatchBenchmark {
  private static final int ENTITIES = 100;

  private final List<Entity> entities = Samples.entities(ENTITIES);

  /** Bytes in a batch; the largest number is that of a buffer which does not measure. */
  @Param({"1048576", "2147483647"})
  private int mostBytes;

  /** Batches of 20. */
  @Benchmark
  @OperationsPerInvocation(ENTITIES)
  public List<EntityBatch> cut() {
    return BatchBuffer.cut(entities, 20, mostBytes);
  }
}
