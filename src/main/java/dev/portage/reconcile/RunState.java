package dev.portage.reconcile;

/** Where a kind stands within a run. */
public enum RunState {
  /** Not begun yet. */
  PENDING,
  /** Begun. */
  RUNNING,
  /** Every page was fetched, every item mapped, and every entity written or known to be so. */
  COMPLETE,
  /** Ended, but something is missing; what, the kind says. */
  INCOMPLETE
}
