package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.value.Failure;

/** {@code limit(n; body)}, {@code skip(n; body)}, {@code nth(n; body)}. */
public final class Limit extends Expr {
  /** Which outputs pass. */
  public enum Kind {
    /** The first n. */
    LIMIT("limit doesn't support negative count"),
    /** All but the first n. */
    SKIP("skip doesn't support negative count"),
    /** The one after the first n. */
    NTH("nth doesn't support negative indices");

    private final String refusal;

    Kind(String refusal) {
      this.refusal = refusal;
    }
  }

  private final Kind kind;
  private final Expr count;
  private final Expr body;

  /** Some outputs of the body, for every output of the count. */
  public Limit(Kind kind, Expr count, Expr body) {
    this.kind = kind;
    this.count = count;
    this.body = body;
  }

  /** Counts the outputs of one pass over the body and says what to do with each. */
  private final class Pass {
    private double left;
    private boolean done;

    Pass(JsonNode wanted) {
      if (!wanted.isNumber()) {
        throw new Failure("Invalid arguments: the count must be a number");
      }
      left = wanted.doubleValue();
      if (left < 0) {
        throw new Failure(kind.refusal);
      }
      done = kind == Kind.LIMIT && left == 0;
    }

    /** Whether the next output passes; afterwards {@link #done} says whether it was the last. */
    boolean takes() {
      left--;
      done = (kind == Kind.LIMIT && left <= 0) || (kind == Kind.NTH && left < 0);
      return kind == Kind.LIMIT || left < 0;
    }
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return count.each(
        env,
        in,
        wanted -> {
          Pass pass = new Pass(wanted);
          boolean[] more = {true};
          if (pass.done) {
            return true;
          }
          boolean ended =
              body.each(
                  env,
                  in,
                  value -> {
                    more[0] = !pass.takes() || out.emit(value);
                    return more[0] && !pass.done;
                  });
          return more[0] && (ended || pass.done);
        });
  }

  @Override
  public boolean paths(Env env, Path path, JsonNode in, PathOutput out) {
    return count.each(
        env,
        in,
        wanted -> {
          Pass pass = new Pass(wanted);
          boolean[] more = {true};
          if (pass.done) {
            return true;
          }
          boolean ended =
              body.paths(
                  env,
                  path,
                  in,
                  (at, value) -> {
                    more[0] = !pass.takes() || out.emit(at, value);
                    return more[0] && !pass.done;
                  });
          return more[0] && (ended || pass.done);
        });
  }
}
