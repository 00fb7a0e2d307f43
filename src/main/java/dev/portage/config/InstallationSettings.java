package dev.portage.config;

import dev.portage.sink.DefaultResources;
import dev.portage.sink.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an installation is, and what it begins with in Port (contract, sections 2.4 and 5).
 *
 * @param runtime {@code OnPrem} or {@code Saas}
 * @param initialize whether default resources are created
 * @param setOrigin where they come from; null when that is left to Port
 * @param resources those that this application creates; none when it creates none
 */
public record InstallationSettings(
    String runtime, boolean initialize, @Nullable Origin setOrigin, DefaultResources resources) {

  /** Whether it runs at Port. */
  public boolean isSaas() {
    return runtime.equals("Saas");
  }

  /** Where the default resources come from; empty when that is left to Port. */
  public Optional<Origin> origin() {
    return Optional.ofNullable(setOrigin);
  }
}
