package dev.portage.jq.compile;

import dev.portage.jq.eval.Definition;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names that mean something at a place of a program, newest first. */
final class Scope {
  /** What a name may stand for. */
  enum Kind {
    /** {@code $name}. */
    VARIABLE,
    /** A parameter of a function. */
    ARGUMENT,
    /** {@code label $name}. */
    LABEL,
    /** A function; the only kind without a place in the environment. */
    FUNCTION
  }

  static final Scope EMPTY = new Scope(null, "", Kind.FUNCTION, 0, null);

  private final @Nullable Scope parent;
  private final String name;
  private final Kind kind;
  private final int depth;
  private final @Nullable Definition definition;

  private Scope(
      @Nullable Scope parent, String name, Kind kind, int depth, @Nullable Definition definition) {
    this.parent = parent;
    this.name = name;
    this.kind = kind;
    this.depth = depth;
    this.definition = definition;
  }

  /** How many entries the environment has here. */
  int depth() {
    return depth;
  }

  Scope variable(String added) {
    return new Scope(this, added, Kind.VARIABLE, depth + 1, null);
  }

  Scope label(String added) {
    return new Scope(this, added, Kind.LABEL, depth + 1, null);
  }

  Scope argument(String added) {
    return new Scope(this, added + "/0", Kind.ARGUMENT, depth + 1, null);
  }

  Scope function(String added, int arity, Definition target) {
    return new Scope(this, added + "/" + arity, Kind.FUNCTION, depth, target);
  }

  /** How far up in the environment a variable or label stands; negative when there is none. */
  int hops(Kind wanted, String sought) {
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.kind == wanted && scope.name.equals(sought)) {
        return depth - scope.depth;
      }
    }
    return -1;
  }

  /** The parameter or function of that name; null when there is none. */
  @Nullable Callee callee(String sought, int arity) {
    String full = sought + "/" + arity;
    for (Scope scope = this; scope != null; scope = scope.parent) {
      boolean callable = scope.kind == Kind.ARGUMENT || scope.kind == Kind.FUNCTION;
      if (callable && scope.name.equals(full)) {
        return new Callee(depth - scope.depth, scope.definition);
      }
    }
    return null;
  }

  /** All parameters and functions, as {@code name/number of arguments}. */
  Set<String> callables() {
    Set<String> names = new TreeSet<>();
    for (Scope scope = this; scope != null; scope = scope.parent) {
      if (scope.name.contains("/")) {
        names.add(scope.name);
      }
    }
    return names;
  }

  /** What a call calls: a function, or a parameter where there is no definition. */
  record Callee(int hops, @Nullable Definition definition) {}
}
