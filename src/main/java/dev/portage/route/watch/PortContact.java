package dev.portage.route.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How it stands between us and Port.
 *
 * @param ready whether this installation was made ready at Port since the process began
 * @param lastAnswer when Port answered a call last; null before the first answer
 * @param failure why the last call failed for good, masked; null when it was answered
 */
public record PortContact(boolean ready, @Nullable Instant lastAnswer, @Nullable String failure) {

  /** True when Port is known to take calls. */
  public boolean isGood() {
    return ready && failure == null;
  }
}
