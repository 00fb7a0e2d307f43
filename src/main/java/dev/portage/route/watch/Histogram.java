package dev.portage.route.watch;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** How many values fell between fixed bounds; many threads may count. */
public final class Histogram {
  private static final double[] SECONDS = {
    0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60
  };
  private static final double[] ENTITIES = {1, 2, 5, 10, 20, 30, 40, 50};

  private final double[] bounds;
  private final LongAdder[] counts;
  private final DoubleAdder sum = new DoubleAdder();

  private Histogram(double[] bounds) {
    this.bounds = bounds;
    this.counts =
        Stream.generate(LongAdder::new).limit(bounds.length + 1L).toArray(LongAdder[]::new);
  }

  /** Of times, from 5 ms to a minute. */
  static Histogram ofSeconds() {
    return new Histogram(SECONDS);
  }

  /** Of batches, from one entity to fifty. */
  static Histogram ofEntities() {
    return new Histogram(ENTITIES);
  }

  void add(double value) {
    int at = Arrays.binarySearch(bounds, value);
    counts[at < 0 ? -at - 1 : at].increment();
    sum.add(value);
  }

  /** The upper bounds, each inclusive; what is larger than the last has no bound. */
  public List<Double> bounds() {
    return Arrays.stream(bounds).boxed().toList();
  }

  /** How many fell below each bound and above the one before; one more at the end for the rest. */
  public List<Long> counts() {
    return Arrays.stream(counts).map(LongAdder::sum).toList();
  }

  /** Of all values. */
  public double sum() {
    return sum.sum();
  }
}
