package dev.portage.route.call;

import dev.portage.http.CertificatePlace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whose certificates are trusted: the Java runtime's own authorities and those that lie in the
 * places of the environment. What cannot be read is said and left out, since a folder that is not
 * there must not keep anybody from starting.
 */
public final class Authorities {
  private static final Logger LOG = LoggerFactory.getLogger(Authorities.class);
  private static final Set<String> ENDINGS = Set.of("crt", "pem", "cer");

  /** Also those of OpenSSL, which may hold more than the certificate alone. */
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]*-----END (?:TRUSTED )?CERTIFICATE-----");

  private Authorities() {}

  /**
   * A trust manager of both, or empty when there are no places, so that Java's own does it. It
   * reads the places when the first certificate is to be judged: who speaks plain HTTP only would
   * pay a tenth of a second of each start for nothing.
   */
  public static Optional<TrustManager> trusting(List<CertificatePlace> places) {
    return places.isEmpty()
        ? Optional.empty()
        : Optional.of(new TrustOnDemand(() -> manager(places)));
  }

  private static X509ExtendedTrustManager manager(List<CertificatePlace> places) {
    Set<X509Certificate> found = new LinkedHashSet<>();
    places.forEach(place -> found.addAll(read(place)));
    try {
      if (found.isEmpty()) {
        return manager((KeyStore) null);
      }
      found.addAll(Arrays.asList(manager((KeyStore) null).getAcceptedIssuers()));
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (X509Certificate certificate : found) {
        all.setCertificateEntry("authority-" + number++, certificate);
      }
      return manager(all);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(
          "TLS: the trusted authorities cannot be put together (" + e.getMessage() + ")", e);
    }
  }

  private static X509ExtendedTrustManager manager(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory maker =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    maker.init(store);
    return Arrays.stream(maker.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(X509ExtendedTrustManager.class::cast)
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 in this runtime"));
  }

  private static List<X509Certificate> read(CertificatePlace place) {
    if (!Files.exists(place.path())) {
      LOG.debug("{}: {} does not exist", place.name(), place.path());
      return List.of();
    }
    List<X509Certificate> all = new ArrayList<>();
    for (Path file : files(place)) {
      try {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        all.addAll(certificates(text, place.name() + " " + file));
      } catch (IOException e) {
        LOG.warn("{}: {} cannot be read ({}); it does not count", place.name(), file, e.toString());
      }
    }
    return all;
  }

  private static List<Path> files(CertificatePlace place) {
    if (!Files.isDirectory(place.path())) {
      return List.of(place.path());
    }
    try (Stream<Path> inside = Files.walk(place.path(), 3)) {
      // A mounted secret is a link to a link; OpenSSL's hashed names (4a6481c9.0) are links to the
      // same files.
      return inside
          .filter(Files::isRegularFile)
          .filter(Authorities::isCertificate)
          .sorted()
          .toList();
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "{}: {} cannot be listed ({}); it does not count",
          place.name(),
          place.path(),
          e.toString());
      return List.of();
    }
  }

  private static boolean isCertificate(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return ENDINGS.contains(ending) || name.matches("[0-9a-f]{8}\\.\\d");
  }

  private static List<X509Certificate> certificates(String text, String where) {
    List<X509Certificate> all = new ArrayList<>();
    Matcher blocks = PEM.matcher(text);
    while (blocks.find()) {
      try {
        String block = blocks.group().replace("TRUSTED ", "");
        all.add(
            (X509Certificate)
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                        new ByteArrayInputStream(block.getBytes(StandardCharsets.ISO_8859_1))));
      } catch (CertificateException e) {
        LOG.warn(
            "{}: certificate {} is none ({}); it does not count",
            where,
            all.size() + 1,
            e.getMessage());
      }
    }
    if (all.isEmpty()) {
      LOG.warn("{}: holds no certificate; expected PEM", where);
    }
    return all;
  }
}
