package dev.portage.route.trigger;

import dev.portage.route.run.Ending;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Body;

/** The steps of the route {@code trigger-once}. */
public final class OnceSteps {
  private final CompletableFuture<Ending> ending = new CompletableFuture<>();

  /** The resync is over. */
  public void ended(@Body Ending result) {
    ending.complete(result);
  }

  /** How the one resync ended. */
  public CompletableFuture<Ending> ending() {
    return ending;
  }
}
