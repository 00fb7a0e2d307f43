package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CertificatePlaceTest {

  @Test
  void withoutVariablesThereIsTheFolderOfMounts() {
    assertThat(CertificatePlace.of(Map.of()))
        .containsExactly(
            new CertificatePlace(CertificatePlace.MOUNTED, Path.of(CertificatePlace.MOUNTED)));
  }

  @Test
  void whatTheChartSetsIsOnePlaceMore() {
    String bundle = "/etc/ssl/certs/ca-certificates.crt";

    assertThat(CertificatePlace.of(Map.of("SSL_CERT_FILE", bundle, "REQUESTS_CA_BUNDLE", bundle)))
        .extracting(CertificatePlace::name)
        .containsExactly(CertificatePlace.MOUNTED, "SSL_CERT_FILE");
  }

  @Test
  void aListOfFoldersIsTakenApart() {
    assertThat(CertificatePlace.of(Map.of("SSL_CERT_DIR", "/a:/b::", "CURL_CA_BUNDLE", " ")))
        .extracting(place -> place.path().toString())
        .containsExactly(CertificatePlace.MOUNTED, "/a", "/b");
  }
}
