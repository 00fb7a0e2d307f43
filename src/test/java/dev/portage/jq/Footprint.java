package dev.portage.jq;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What this process holds after a full collection.
 *
 * @param heap bytes used
 * @param metaspace bytes used by classes
 * @param code bytes used by compiled code
 * @param classes how many are loaded
 * @param threads how many live
 * @param resident kB of the process in memory; -1 where the system does not say
 */
record Footprint(long heap, long metaspace, long code, int classes, int threads, long resident) {
  static final String HEADER =
      "heap KiB | metaspace KiB | code KiB | classes | threads | resident KiB";

  /** Collects, then looks. */
  static Footprint now() {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Footprint(
        heap,
        pools("Metaspace"),
        pools("Code"),
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        residentKilobytes());
  }

  /** A row under {@link #HEADER}. */
  String row() {
    return String.format(
        Locale.ROOT,
        "%d | %d | %d | %d | %d | %d",
        heap >> 10,
        metaspace >> 10,
        code >> 10,
        classes,
        threads,
        resident);
  }

  private static long pools(String name) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.NON_HEAP && pool.getName().contains(name))
        .map(MemoryPoolMXBean::getUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static long residentKilobytes() {
    Path status = Path.of("/proc/self/status");
    try {
      return Files.isReadable(status)
          ? Files.readAllLines(status).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(-1)
          : -1;
    } catch (IOException e) {
      return -1;
    }
  }
}
