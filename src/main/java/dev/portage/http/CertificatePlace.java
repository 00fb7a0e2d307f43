package dev.portage.http;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Where certificates of authorities lie that are trusted besides those of the Java runtime
 * (contract, section 10).
 *
 * @param name of the variable that names it, or the folder itself
 * @param path a PEM file, or a folder of such files
 */
public record CertificatePlace(String name, Path path) {

  /** Where Port's chart mounts a private authority, and Debian looks for them. */
  static final String MOUNTED = "/usr/local/share/ca-certificates";

  private static final List<String> VARIABLES =
      List.of("SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE");

  /**
   * All places, each once: the folder of mounts, then what OpenSSL's, Requests' and curl's
   * variables name.
   */
  public static List<CertificatePlace> of(Map<String, String> environment) {
    List<CertificatePlace> places = new ArrayList<>();
    places.add(new CertificatePlace(MOUNTED, Path.of(MOUNTED)));
    for (String variable : VARIABLES) {
      Arrays.stream(environment.getOrDefault(variable, "").split(File.pathSeparator, -1))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .map(Path::of)
          .filter(path -> places.stream().noneMatch(place -> place.path().equals(path)))
          .forEach(path -> places.add(new CertificatePlace(variable, path)));
    }
    return places;
  }
}
