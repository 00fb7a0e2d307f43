package dev.portage.sink;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How long Port is given to create the default resources of an installation (contract, 5.2). */
public final class Provisioning {
  private static final int QUESTIONS = 30;
  private static final double LONGER = 1.55;
  private static final long LONGEST = 60;

  /**
   * The pauses between one question and the next, in order: 3 s, each 1.55 times as long as the one
   * before, in whole seconds. None is longer than a minute: unlimited, the last ones would be weeks
   * (ADR 0011).
   */
  public static final List<Duration> PAUSES =
      Stream.iterate(3L, seconds -> Math.min(LONGEST, (long) (seconds * LONGER)))
          .limit(QUESTIONS - 1)
          .map(Duration::ofSeconds)
          .toList();

  private Provisioning() {}
}
