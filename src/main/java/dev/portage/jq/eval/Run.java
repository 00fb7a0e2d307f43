package dev.portage.jq.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.JqOptions;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.LimitExceeded;
import dev.portage.jq.value.Watch;
import org.jspecify.annotations.Nullable;

/** One evaluation: its limits, and the label that a {@code break} is on its way to. */
public final class Run implements Watch {
  private static final int STEPS_PER_CHECK = 1024;
  private static final int TEXT_PER_ELEMENT = 16;
  private static final int CELLS_PER_SIZE = 10;
  private static final int HARMLESS_CELLS = 16;
  private static final int SHALLOW_CALLS = 400;

  private final JqOptions options;
  private final boolean deep;
  private long deadline;
  private int steps;
  private int depth;
  private long cells;
  private @Nullable Env breaking;

  /** Starts the evaluation; its time counts from the first check on. */
  public Run(JqOptions options) {
    this(options, false);
  }

  /**
   * Starts the evaluation.
   *
   * @param deep whether the thread's stack is a large one
   */
  public Run(JqOptions options, boolean deep) {
    this.options = options;
    this.deep = deep;
  }

  /** What the program may use and see. */
  public JqOptions options() {
    return options;
  }

  /** Looks at the clock now and then. */
  @Override
  public void step() {
    if (++steps >= STEPS_PER_CHECK) {
      steps = 0;
      checkTime();
    }
  }

  /**
   * Looks at the clock.
   *
   * @throws LimitExceeded when the evaluation took too long
   */
  public void checkTime() {
    long now = System.nanoTime();
    if (deadline == 0) {
      deadline = now + options.time().toNanos();
    } else if (now - deadline > 0) {
      throw new LimitExceeded(
          "jq: the evaluation took longer than " + options.time().toMillis() + " ms");
    }
  }

  /** Counts a value that becomes part of another. */
  public void addValue(JsonNode value) {
    addCells(Json.isText(value) ? 1 + value.textValue().length() / TEXT_PER_ELEMENT : 1);
  }

  /** Enters a function; gives the depth to go back to. */
  int enter() {
    step();
    if (depth >= options.depth()) {
      throw new LimitExceeded("jq: more than " + options.depth() + " nested calls");
    }
    if (depth >= SHALLOW_CALLS && !deep) {
      throw new TooDeepHere();
    }
    return depth++;
  }

  /** Leaves a function, or all that an error cut short. */
  void leave(int before) {
    depth = before;
  }

  int depth() {
    return depth;
  }

  @Override
  public void checkSize(long elements) {
    if (elements > options.size()) {
      throw new LimitExceeded("jq: a value of more than " + options.size() + " elements");
    }
  }

  /** Refuses more outputs of the whole program. */
  public void checkOutputs(int count) {
    if (count > options.size()) {
      throw new LimitExceeded("jq: more than " + options.size() + " outputs");
    }
  }

  /** Refuses an output that is too large to be written. */
  public void checkOutput(JsonNode value) {
    if (cells > HARMLESS_CELLS && value.isContainerNode()) {
      Extent.check(value, (long) options.size() * CELLS_PER_SIZE);
    }
  }

  /** Refuses a text that is too long. */
  public void checkText(long characters) {
    long most = (long) options.size() * TEXT_PER_ELEMENT;
    if (characters > most) {
      throw new LimitExceeded("jq: a text of more than " + most + " characters");
    }
    if (characters > STEPS_PER_CHECK) {
      checkTime();
    }
  }

  /** Counts what the evaluation holds in memory: elements and entries of all that it built. */
  public void addCells(long count) {
    cells += count;
    if (cells > (long) options.size() * CELLS_PER_SIZE) {
      throw new LimitExceeded(
          "jq: values of more than " + (long) options.size() * CELLS_PER_SIZE + " elements in all");
    }
  }

  /** Begins to leave everything up to a label. */
  boolean breakTo(Env label) {
    breaking = label;
    return false;
  }

  /** Whether a break arrived at its label; it ends there. */
  boolean arrived(Env label) {
    if (breaking != label) {
      return false;
    }
    breaking = null;
    return true;
  }

  /** The environment as an object. */
  public JsonNode environment() {
    return Environment.of(options.environment());
  }
}
