package dev.portage.sink;

import java.util.Set;

/**
 * The organisation to which the credentials belong (contract, section 4.10).
 *
 * @param id by which its Kafka topics and consumer groups are named
 * @param featureFlags what Port has switched on for it
 */
public record Organisation(String id, Set<String> featureFlags) {

  /** Keeps a copy of the flags. */
  public Organisation {
    featureFlags = Set.copyOf(featureFlags);
  }

  /** True when Port has switched something on. */
  public boolean has(String flag) {
    return featureFlags.contains(flag);
  }
}
