package dev.portage.jq.eval;

import dev.portage.jq.value.LimitExceeded;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the rare evaluation that needs more stack than its thread has, such as a deep recursion, on
 * a thread of its own with a larger one.
 */
public final class DeepStack {
  private static final long STACK_BYTES = 128L << 20;

  private DeepStack() {}

  /**
   * Runs and waits.
   *
   * @throws LimitExceeded when even the larger stack is too small
   */
  public static <T extends @Nullable Object> T call(Supplier<T> body) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = new Thread(null, () -> run(body, result), "jq-deep", STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.get();
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new LimitExceeded("jq: the evaluation was interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof OutOfMemoryError memory) {
        throw memory;
      }
      throw new LimitExceeded("jq: values or calls are nested too deeply");
    }
  }

  private static <T extends @Nullable Object> void run(
      Supplier<T> body, CompletableFuture<T> result) {
    try {
      result.complete(body.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
