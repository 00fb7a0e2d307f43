package dev.portage.jq.eval;

import dev.portage.jq.value.Failure;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Catches the errors of an expression but not those of what is done with its outputs, although the
 * latter runs within the former: an error from outside is wrapped on its way through.
 */
final class Guard {
  private final Run run;
  private final int depth;

  Guard(Run run) {
    this.run = run;
    this.depth = run.depth();
  }

  private static final class Passing extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Guard guard;
    private final Failure failure;

    Passing(Guard guard, Failure failure) {
      super(null, null, false, false);
      this.guard = guard;
      this.failure = failure;
    }
  }

  /** Runs the guarded expression; its own errors go to {@code recovery}. */
  boolean run(BooleanSupplier body, Predicate<Failure> recovery) {
    try {
      return body.getAsBoolean();
    } catch (Passing e) {
      if (e.guard == this) {
        throw e.failure;
      }
      throw e;
    } catch (Failure e) {
      run.leave(depth);
      return recovery.test(e);
    }
  }

  /** Runs an expression that deals with its errors itself. */
  boolean unwrap(BooleanSupplier body) {
    try {
      return body.getAsBoolean();
    } catch (Passing e) {
      if (e.guard == this) {
        throw e.failure;
      }
      throw e;
    }
  }

  /** Runs what is done with an output. */
  boolean pass(BooleanSupplier outside) {
    try {
      return outside.getAsBoolean();
    } catch (Failure e) {
      throw new Passing(this, e);
    }
  }
}
