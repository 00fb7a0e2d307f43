package dev.portage.jq.eval;

/** A defined function; its body is set after its calls of itself were compiled. */
public final class Definition {
  private final int depth;
  private Expr body = Empty.NOTHING;

  /**
   * @param depth how many entries the environment has where the function is defined
   */
  public Definition(int depth) {
    this.depth = depth;
  }

  /** How many entries the environment has where the function is defined. */
  public int depth() {
    return depth;
  }

  /** What the function does. */
  public Expr body() {
    return body;
  }

  /** Completes the definition. */
  public void complete(Expr compiled) {
    this.body = compiled;
  }
}
