package dev.portage.jq.value;

/** What operations that may take long or grow large report to; it ends them at a limit. */
public interface Watch {
  /** Counts one step of a loop. */
  void step();

  /** Refuses a value of too many elements. */
  void checkSize(long elements);
}
