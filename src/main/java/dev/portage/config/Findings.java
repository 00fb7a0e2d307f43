package dev.portage.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The mistakes of one part of a mapping, by what follows from them (design, section 6). */
final class Findings {
  private final List<Problem> refused = new ArrayList<>();
  private final List<Problem> stopping = new ArrayList<>();
  private final List<Problem> leftOut = new ArrayList<>();

  /** What follows from a mistake. */
  enum Severity {
    /** The whole mapping is refused. */
    REFUSE,
    /** The resource does not run. */
    STOP,
    /** The field is left out. */
    LEAVE_OUT
  }

  /** Notes a mistake. */
  void add(Severity severity, Problem problem) {
    switch (severity) {
      case REFUSE -> refused.add(problem);
      case STOP -> stopping.add(problem);
      case LEAVE_OUT -> leftOut.add(problem);
    }
  }

  /** What lets the whole mapping be refused. */
  List<Problem> refused() {
    return refused;
  }

  /** What lets the resource not run. */
  List<Problem> stopping() {
    return stopping;
  }

  /** All that does not refuse the mapping. */
  List<Problem> tolerated() {
    return Stream.concat(stopping.stream(), leftOut.stream()).toList();
  }
}
