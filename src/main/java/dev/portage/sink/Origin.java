package dev.portage.sink;

import java.util.Arrays;
import java.util.Optional;

/** Where the default resources of an installation come from (contract, section 5.3). */
public enum Origin {
  /** This application creates them, from a folder. */
  DEFAULT("Default"),
  /** Port creates them. */
  PORT("Port"),
  /** Nobody does. */
  EMPTY("Empty");

  /** By which Port says that it creates default resources. */
  public static final String FLAG = "USE_PROVISIONED_DEFAULTS";

  private final String text;

  Origin(String text) {
    this.text = text;
  }

  /** As it goes over the wire. */
  public String text() {
    return text;
  }

  /**
   * Reads what is stored or set.
   *
   * @param text {@code Ocean} is the old name of {@code Default}; the case does not matter
   * @return empty for a word that is not known
   */
  public static Optional<Origin> of(String text) {
    return text.equalsIgnoreCase("Ocean")
        ? Optional.of(DEFAULT)
        : Arrays.stream(values()).filter(one -> one.text.equalsIgnoreCase(text)).findFirst();
  }

  /**
   * Whether it depends on Port, which has to be asked then.
   *
   * @param wanted what is stored or set; empty when neither is
   */
  public static boolean isUpToPort(Optional<Origin> wanted) {
    return wanted.isEmpty() || wanted.get() == PORT;
  }

  /**
   * The origin in the end.
   *
   * @param set in the configuration; empty when it is not
   * @param provisioned whether Port creates default resources for this type of integration
   */
  public static Origin settled(Optional<Origin> set, boolean provisioned) {
    if (isUpToPort(set)) {
      return provisioned ? PORT : DEFAULT;
    }
    return set.orElseThrow();
  }
}
