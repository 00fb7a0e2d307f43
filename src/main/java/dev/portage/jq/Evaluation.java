package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.eval.Break;
import dev.portage.jq.eval.DeepStack;
import dev.portage.jq.eval.Env;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.First;
import dev.portage.jq.eval.Run;
import dev.portage.jq.eval.TooDeepHere;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.LimitExceeded;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One input going through a program: what may go wrong on the way becomes a {@link JqException}.
 */
final class Evaluation {
  private final Expr program;
  private final JqOptions options;
  private final JsonNode input;
  private int given;

  Evaluation(Expr program, JqOptions options, JsonNode input) {
    this.program = program;
    this.options = options;
    this.input = input.isMissingNode() ? Json.NULL : input;
  }

  @Nullable JsonNode first() {
    return guarded(() -> first(false), () -> first(true));
  }

  private @Nullable JsonNode first(boolean deep) {
    Run run = new Run(options, deep);
    JsonNode value = First.of(program, new Env(run), input);
    if (value != null) {
      run.checkOutput(value);
    }
    return value;
  }

  void each(Consumer<JsonNode> outputs) {
    guarded(() -> each(outputs, false), () -> each(outputs, true));
  }

  /** Outputs that an evaluation before this one handed over already are passed by. */
  private @Nullable JsonNode each(Consumer<JsonNode> outputs, boolean deep) {
    Run run = new Run(options, deep);
    int[] count = new int[1];
    program.all(
        new Env(run),
        input,
        value -> {
          run.step();
          run.checkOutputs(++count[0]);
          run.checkOutput(value);
          if (count[0] > given) {
            given = count[0];
            outputs.accept(value);
          }
          return true;
        });
    return null;
  }

  private static @Nullable JsonNode guarded(
      Supplier<@Nullable JsonNode> here, Supplier<@Nullable JsonNode> deep) {
    try {
      return hereOrDeep(here, deep);
    } catch (Failure | LimitExceeded e) {
      throw new JqException(String.valueOf(e.getMessage()));
    } catch (Break e) {
      throw new JqException("break");
    } catch (OutOfMemoryError e) {
      throw new JqException("jq: the evaluation needs more memory than there is");
    }
  }

  private static @Nullable JsonNode hereOrDeep(
      Supplier<@Nullable JsonNode> here, Supplier<@Nullable JsonNode> deep) {
    try {
      return here.get();
    } catch (TooDeepHere | StackOverflowError e) {
      return DeepStack.call(deep);
    }
  }
}
