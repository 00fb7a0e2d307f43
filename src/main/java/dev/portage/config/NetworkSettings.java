package dev.portage.config;

import dev.portage.http.CertificatePlace;
import dev.portage.http.Proxies;
import java.util.List;

/**
 * What lies between us and both sides, as the usual variables of the environment say (contract,
 * section 10).
 *
 * @param proxies through whom requests go
 * @param certificates where further certificates of authorities may lie
 */
public record NetworkSettings(Proxies proxies, List<CertificatePlace> certificates) {

  /** Nothing does. */
  public static final NetworkSettings DIRECT = new NetworkSettings(Proxies.NONE, List.of());

  /** Copies the list. */
  public NetworkSettings {
    certificates = List.copyOf(certificates);
  }
}
