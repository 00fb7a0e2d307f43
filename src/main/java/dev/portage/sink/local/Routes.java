package dev.portage.sink.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is answered where: method and path, the first that fits wins. */
public final class Routes {

  /** Answers one route. */
  @FunctionalInterface
  public interface Action {
    /**
     * Answers.
     *
     * @param arguments the segments of the path that the pattern leaves open
     */
    Answer answer(Call call, List<String> arguments);
  }

  private record Route(String method, List<String> pattern, Action action) {}

  private final List<Route> routes = new ArrayList<>();

  /**
   * Adds a route.
   *
   * @param pattern such as {@code GET /v1/blueprints/*}; {@code *} is one segment, {@code **} at
   *     the end any rest
   * @return this
   */
  public Routes on(String pattern, Action action) {
    String[] parts = pattern.split(" /", 2);
    List<String> segments = parts[1].isEmpty() ? List.of() : List.of(parts[1].split("/"));
    routes.add(new Route(parts[0], segments, action));
    return this;
  }

  /** Answers a request; empty when no route fits. */
  public Optional<Answer> answer(Call call) {
    for (Route route : routes) {
      if (route.method.equals(call.method())) {
        Optional<List<String>> arguments = arguments(route.pattern, call.path());
        if (arguments.isPresent()) {
          return Optional.of(route.action.answer(call, arguments.get()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<List<String>> arguments(List<String> pattern, List<String> path) {
    boolean open = !pattern.isEmpty() && pattern.get(pattern.size() - 1).equals("**");
    int fixed = open ? pattern.size() - 1 : pattern.size();
    if (path.size() < fixed || (!open && path.size() > fixed)) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      if (pattern.get(i).equals("*")) {
        arguments.add(path.get(i));
      } else if (!pattern.get(i).equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(arguments);
  }
}
