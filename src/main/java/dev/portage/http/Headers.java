package dev.portage.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headers of a response; names are compared without case (RFC 9110, section 5.1).
 *
 * @param values all values by name
 */
public record Headers(Map<String, List<String>> values) {

  /** No headers. */
  public static final Headers NONE = new Headers(Map.of());

  /** Copies the map; names that differ only in case become one. */
  public Headers {
    TreeMap<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach((name, all) -> copy.merge(name, List.copyOf(all), Headers::together));
    values = Collections.unmodifiableMap(copy);
  }

  private static List<String> together(List<String> first, List<String> then) {
    List<String> all = new ArrayList<>(first);
    all.addAll(then);
    return List.copyOf(all);
  }

  /** Headers with one value each. */
  public static Headers of(Map<String, String> single) {
    TreeMap<String, List<String>> all = new TreeMap<>();
    single.forEach((name, value) -> all.put(name, List.of(value)));
    return new Headers(all);
  }

  /** The first value of that name. */
  public Optional<String> first(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(0));
  }

  /** All values of that name, in order; empty when there are none. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /** The names only: values may be secrets. */
  @Override
  public String toString() {
    return "Headers" + values.keySet();
  }
}
