package dev.portage.route;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What this process holds.
 *
 * @param heap kilobytes in use after a full collection
 * @param sockets open ones; -1 where the system does not tell
 * @param files open files and sockets; -1 where the system does not tell
 * @param temporary entries of the folder for temporary files that are Portage's
 */
record Footprint(
    long polls,
    long resyncs,
    long heap,
    int threads,
    int sockets,
    int files,
    int beans,
    long classes,
    int temporary) {
  private static final String ROW = "%8s %8s %10s %8s %8s %8s %8s %8s %6s%n";
  private static final Path OPEN = Path.of("/proc/self/fd");

  static Footprint now(long polls, long resyncs) throws IOException {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    List<String> open = open();
    return new Footprint(
        polls,
        resyncs,
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1024,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        (int) open.stream().filter(target -> target.startsWith("socket:")).count(),
        open.isEmpty() ? -1 : open.size(),
        ManagementFactory.getPlatformMBeanServer().getMBeanCount(),
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        temporaryFiles());
  }

  private static List<String> open() throws IOException {
    if (!Files.isDirectory(OPEN)) {
      return List.of();
    }
    try (Stream<Path> handles = Files.list(OPEN)) {
      return handles.map(Footprint::target).toList();
    }
  }

  private static String target(Path handle) {
    try {
      return Files.readSymbolicLink(handle).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  private static int temporaryFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return (int)
          files.filter(file -> file.getFileName().toString().startsWith("portage")).count();
    }
  }

  static String heading() {
    return ROW.formatted(
        "polls", "resyncs", "heap KB", "threads", "sockets", "handles", "MBeans", "classes",
        "temp");
  }

  String row() {
    return ROW.formatted(polls, resyncs, heap, threads, sockets, files, beans, classes, temporary);
  }
}
