package dev.portage.sink;

/**
 * The most that the process needed while something ran.
 *
 * @param memoryBytes below zero when it is not known
 * @param cpuPercent of one processor, so that it may be above 100; below zero when it is not known
 */
public record Peak(long memoryBytes, double cpuPercent) {

  /** Not measured. */
  public static final Peak UNKNOWN = new Peak(-1, -1);

  /** The larger of both, each for itself. */
  public Peak max(Peak other) {
    return new Peak(
        Math.max(memoryBytes, other.memoryBytes), Math.max(cpuPercent, other.cpuPercent));
  }
}
