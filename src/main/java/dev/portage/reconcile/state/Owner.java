package dev.portage.reconcile.state;

import dev.portage.catalog.Fingerprint;

/**
 * Whose state it is.
 *
 * @param port base URL of Port's API
 * @param organisation what stands for the organisation: the client id
 * @param type of the integration
 * @param identifier of the installation
 */
public record Owner(String port, String organisation, String type, String identifier) {

  /** A key of 32 characters, which shows none of the parts. */
  public String key() {
    return Fingerprint.of(port, organisation).and(Fingerprint.of(type, identifier)).text();
  }
}
