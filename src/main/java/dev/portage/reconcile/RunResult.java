package dev.portage.reconcile;

import java.util.List;
import java.util.Locale;

/** How a run ended. */
public sealed interface RunResult {

  /** The state to report to Port, which knows only these (contract, section 4.5). */
  String portStatus();

  /** The result in one word: complete, incomplete, failed or aborted. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The first reason why it is not complete, for a person to read; empty for none. */
  default String reason() {
    return "";
  }

  /** Why it is not complete; empty when there is nothing to say. */
  default List<String> words() {
    return List.of();
  }

  /** Everything was read, and Port holds all of it. */
  record Complete() implements RunResult {
    @Override
    public String portStatus() {
      return "completed";
    }
  }

  /**
   * Something is missing; the rest was synced.
   *
   * @param reasons for a person to read, at least one
   */
  record Incomplete(List<String> reasons) implements RunResult {
    /** Copies the list; refuses an empty one. */
    public Incomplete {
      if (reasons.isEmpty()) {
        throw new IllegalArgumentException("an incomplete run has at least one reason");
      }
      reasons = List.copyOf(reasons);
    }

    @Override
    public List<String> words() {
      return reasons;
    }

    @Override
    public String portStatus() {
      return "failed";
    }

    @Override
    public String reason() {
      return reasons.get(0);
    }
  }

  /**
   * The run could not be done at all.
   *
   * @param reason for a person to read
   */
  record Failed(String reason) implements RunResult {
    @Override
    public List<String> words() {
      return List.of(reason);
    }

    @Override
    public String portStatus() {
      return "failed";
    }
  }

  /** The run was stopped before its end. */
  record Aborted() implements RunResult {
    @Override
    public String portStatus() {
      return "aborted";
    }
  }
}
