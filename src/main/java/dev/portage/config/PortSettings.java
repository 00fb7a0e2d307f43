package dev.portage.config;

import dev.portage.http.Secret;

/**
 * How Port is reached (contract, section 2.4).
 *
 * @param baseUrl without a slash at its end and without {@code /v1}
 * @param clientId not empty
 * @param clientSecret not empty
 * @param verifyTls whether certificates are checked
 */
public record PortSettings(
    String baseUrl, String clientId, Secret clientSecret, boolean verifyTls) {

  /** Without the client id, which counts as sensitive (contract, section 2.5). */
  @Override
  public String toString() {
    return "PortSettings[baseUrl=" + baseUrl + ", verifyTls=" + verifyTls + "]";
  }
}
