package dev.portage.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.reconcile.RunResult;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Private authorities and proxies, towards the API and towards Port (contract, section 10). */
@Tag("slow")
class NetworkTest {
  @TempDir private static Path keys;
  private static PrivateAuthority authority;

  @TempDir private Path directory;
  private World world;
  private TlsFront api;
  private TlsFront port;
  private LocalProxy proxy;

  @BeforeAll
  static void makeAnAuthority() throws Exception {
    authority = PrivateAuthority.in(keys);
  }

  @BeforeEach
  void begin() {
    world = new World(directory);
    world.api().on("/teams", "[{\"id\": \"t1\", \"name\": \"Core\"}]");
    world.map(Kind.of("/teams", "team"));
    api = new TlsFront(authority.server(), world.api().url());
    port = new TlsFront(authority.server(), world.environment().get("OCEAN__PORT__BASE_URL"));
    proxy = new LocalProxy();
  }

  @AfterEach
  void end() {
    world.close();
    api.close();
    port.close();
    proxy.close();
  }

  private void overTls() {
    world.set("BASE_URL", api.url()).environment("OCEAN__PORT__BASE_URL", port.url());
  }

  private void completes() throws Exception {
    assertThat(world.resync().result()).isInstanceOf(RunResult.Complete.class);
    assertThat(world.catalog().entities("team")).hasSize(1);
  }

  @Test
  void aPrivateAuthorityIsTrustedOnBothSidesWhereAFileNamesIt() throws Exception {
    overTls();
    world.environment("SSL_CERT_FILE", authority.pem().toString());

    completes();
  }

  @Test
  void aFolderOfAuthoritiesMayHoldWhatIsNone() throws Exception {
    Path folder = Files.createDirectories(directory.resolve("certs/below"));
    Files.writeString(
        folder.resolve("broken.pem"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    Files.writeString(folder.resolve("empty.crt"), "");
    Files.copy(authority.pem(), folder.resolve("ours.crt"));
    overTls();
    world.environment("SSL_CERT_DIR", "/nowhere:" + folder.getParent());
    world.environment("REQUESTS_CA_BUNDLE", "/nowhere/ca-certificates.crt");

    completes();
  }

  @Test
  void anUnknownAuthorityIsNotTrusted() throws Exception {
    world.set("BASE_URL", api.url());

    assertThat(world.resync().result()).isInstanceOf(RunResult.Incomplete.class);
    assertThat(world.api().asked("/teams")).isEmpty();
  }

  @Test
  void aKnownAuthorityDoesNotMakeAnotherNameTrue() throws Exception {
    world.set("BASE_URL", "https://127.0.0.1:" + api.port());
    world.environment("SSL_CERT_FILE", authority.pem().toString());

    assertThat(world.resync().result()).isInstanceOf(RunResult.Incomplete.class);
  }

  @Test
  void httpsGoesThroughATunnelOnBothSides() throws Exception {
    overTls();
    world.environment("SSL_CERT_FILE", authority.pem().toString());
    world.environment("HTTPS_PROXY", proxy.url());

    completes();

    assertThat(proxy.seen())
        .contains(
            "CONNECT localhost:" + api.port() + " HTTP/1.1",
            "CONNECT localhost:" + port.port() + " HTTP/1.1")
        .allMatch(line -> line.startsWith("CONNECT "));
  }

  @Test
  void plainHttpIsHandedOverOnBothSidesWithTheLogin() throws Exception {
    world.environment("http_proxy", proxy.url());

    completes();

    assertThat(proxy.seen())
        .anyMatch(line -> line.startsWith("GET " + world.api().url() + "/teams"))
        .anyMatch(
            line -> line.startsWith("POST ") && line.contains("/v1/blueprints/team/entities/bulk"));
    assertThat(world.api().asked("/teams").get(0).headers())
        .doesNotContainKey("proxy-authorization");
  }

  @Test
  void whomNoProxyNamesIsReachedDirectly() throws Exception {
    world.environment("HTTP_PROXY", proxy.url());
    world.environment("NO_PROXY", "10.0.0.0/8,127.0.0.0/8,localhost");

    completes();

    assertThat(proxy.seen()).isEmpty();
  }

  @Test
  void aProxyThatDoesNotKnowUsIsAFailureThatSaysSo() throws Exception {
    world.environment("HTTP_PROXY", "http://me:wrong-pass-of-proxy@localhost:" + proxy.port());
    world.environment(
        "NO_PROXY", world.environment().get("OCEAN__PORT__BASE_URL").replace("http://", ""));

    RunResult result = world.resync().result();

    assertThat(result).isInstanceOf(RunResult.Incomplete.class);
    assertThat(result.toString()).contains("407").doesNotContain("wrong-pass-of-proxy");
  }

  @Test
  void aTunnelThatIsRefusedIsAFailureThatSaysSo() throws Exception {
    world.set("BASE_URL", api.url());
    world.environment("SSL_CERT_FILE", authority.pem().toString());
    world.environment("HTTPS_PROXY", "http://me:wrong-pass-of-proxy@localhost:" + proxy.port());

    RunResult result = world.resync().result();

    assertThat(result).isInstanceOf(RunResult.Incomplete.class);
    assertThat(result.toString()).contains("407").doesNotContain("wrong-pass-of-proxy");
  }
}
