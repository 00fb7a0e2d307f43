package dev.portage.route.watch;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** The counters behind {@link CallCounts}; many threads may count. */
final class CallTally {
  private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
  private final LongAdder retries = new LongAdder();
  private final Map<WaitReason, LongAdder> waits = new EnumMap<>(WaitReason.class);

  CallTally() {
    for (WaitReason reason : WaitReason.values()) {
      waits.put(reason, new LongAdder());
    }
  }

  void answered(int status, boolean retry) {
    answers.computeIfAbsent(status, any -> new LongAdder()).increment();
    if (retry) {
      retries.increment();
    }
  }

  void waited(WaitReason reason, long nanos) {
    waits.getOrDefault(reason, new LongAdder()).add(nanos);
  }

  CallCounts now() {
    Map<Integer, Long> byStatus = new TreeMap<>();
    answers.forEach((status, count) -> byStatus.put(status, count.sum()));
    Map<WaitReason, Duration> durations = new EnumMap<>(WaitReason.class);
    waits.forEach((reason, nanos) -> durations.put(reason, Duration.ofNanos(nanos.sum())));
    return new CallCounts(byStatus, retries.sum(), durations);
  }
}
