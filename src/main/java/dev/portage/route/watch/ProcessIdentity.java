package dev.portage.route.watch;

import dev.portage.http.Urls;
import java.time.Instant;

/**
 * What the process is.
 *
 * @param version of Portage
 * @param identifier of the installation
 * @param source the base URL of the API, without user, query and fragment
 * @param port the base URL of Port
 * @param triggers what starts resyncs, for a person to read
 * @param pathPrefix below which health and metrics answer; empty for none
 * @param started when the process began
 */
public record ProcessIdentity(
    String version,
    String identifier,
    String source,
    String port,
    String triggers,
    String pathPrefix,
    Instant started) {

  /** Leaves out of the addresses what may be a secret. */
  public ProcessIdentity {
    source = Urls.withoutUser(source).replaceFirst("[?#].*$", "");
    port = Urls.withoutUser(port).replaceFirst("[?#].*$", "");
  }
}
