package dev.portage.route.trigger;

import dev.portage.route.run.Ending;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Body;

/** The steps of the route {@code trigger-once}. */
public final class OnceSteps {
  private final CompletableFuture<Ending> ending;

  /**
   * Waits for the one resync.
   *
   * @param ending completed with its result
   */
  OnceSteps(CompletableFuture<Ending> ending) {
    this.ending = ending;
  }

  /** The resync is over. */
  public void ended(@Body Ending result) {
    ending.complete(result);
  }
}
