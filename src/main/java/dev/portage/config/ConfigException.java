package dev.portage.config;

import java.util.List;
import java.util.stream.Collectors;

/** Mistakes that let nothing start; all of them at once. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** With at least one problem. */
  public ConfigException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** All of them, in the order of the configuration. */
  public List<Problem> problems() {
    return problems;
  }
}
