package dev.portage.route.kind;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All combinations of path parameter values, one at a time: the pages of a parameter are read when
 * their values are needed, so that the endpoints of the first values are fetched while discovery
 * still goes on. Parameters come in such an order that each stands after those its own endpoint
 * needs; independent ones give the cross product.
 */
final class Discovery implements Iterator<Map<String, String>> {
  private final List<String> names;
  private final Function<Step, Iterator<List<String>>> pages;
  private final Deque<Level> levels = new ArrayDeque<>();
  private @Nullable Map<String, String> next;
  private boolean begun;

  /**
   * A parameter for which values are to be found.
   *
   * @param name of the parameter
   * @param values of the parameters before it
   */
  record Step(String name, Map<String, String> values) {}

  /**
   * Nothing is read yet.
   *
   * @param pages gives the pages of values of a parameter
   */
  Discovery(List<String> names, Function<Step, Iterator<List<String>>> pages) {
    this.names = names;
    this.pages = pages;
  }

  /** One parameter, given the values of those before it; each value counts once. */
  private static final class Level {
    private final Iterator<List<String>> pages;
    private final Map<String, String> before;
    private final Set<String> seen = new HashSet<>();
    private Iterator<String> values = Collections.emptyIterator();

    Level(Iterator<List<String>> pages, Map<String, String> before) {
      this.pages = pages;
      this.before = before;
    }

    /** The next value, or null when there are no more. */
    @Nullable String next() {
      while (true) {
        while (values.hasNext()) {
          String value = values.next();
          if (seen.add(value)) {
            return value;
          }
        }
        if (!pages.hasNext()) {
          return null;
        }
        values = pages.next().iterator();
      }
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Map<String, String> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Map<String, String> found = next;
    next = null;
    return found;
  }

  private @Nullable Map<String, String> advance() {
    if (!begun) {
      begun = true;
      push(Map.of());
    }
    while (!levels.isEmpty()) {
      Level level = levels.getLast();
      String value = level.next();
      if (value == null) {
        levels.removeLast();
        continue;
      }
      Map<String, String> values = new LinkedHashMap<>(level.before);
      values.put(names.get(levels.size() - 1), value);
      if (levels.size() == names.size()) {
        return Collections.unmodifiableMap(values);
      }
      push(values);
    }
    return null;
  }

  private void push(Map<String, String> values) {
    String name = names.get(levels.size());
    levels.addLast(new Level(pages.apply(new Step(name, values)), values));
  }
}
