package dev.portage;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Operations per second of processor time, that of the compiler and the collector included: the
 * figure that holds while others use the machine. JMH takes it by {@code -prof
 * dev.portage.CpuProfiler}.
 */
public class CpuProfiler implements InternalProfiler {
  private static final double NANOS_PER_SECOND = 1e9;

  private final OperatingSystemMXBean process =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private long before;

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    before = process.getProcessCpuTime();
  }

  @Override
  public List<Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    double seconds = (process.getProcessCpuTime() - before) / NANOS_PER_SECOND;
    double rate = result.getMetadata().getAllOps() / seconds;
    return List.of(new ScalarResult("cpu", rate, "ops/cpu-s", AggregationPolicy.AVG));
  }

  @Override
  public String getDescription() {
    return "Operations per second of processor time";
  }
}
