package dev.portage.route.run;

import dev.portage.sink.Peak;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** What this process needs at the moment. */
public final class ProcessLoad {
  private ProcessLoad() {}

  /** Memory that the JVM uses, and processors as its platform tells it; cheap. */
  public static Peak now() {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    long used = memory.getHeapMemoryUsage().getUsed() + memory.getNonHeapMemoryUsage().getUsed();
    return new Peak(used, cpuPercent());
  }

  private static double cpuPercent() {
    if (ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system) {
      double share = system.getProcessCpuLoad();
      return share < 0 ? -1 : share * 100 * Runtime.getRuntime().availableProcessors();
    }
    return -1;
  }
}
