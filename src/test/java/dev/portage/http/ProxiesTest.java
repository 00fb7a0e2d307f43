package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
  private final List<String> wrong = new ArrayList<>();

  private Proxies read(Map<String, String> environment) {
    return Proxies.of(environment, (name, found) -> wrong.add(name + " " + found));
  }

  private static String towards(Proxies proxies, String scheme) {
    return proxies
        .towards(scheme, "api.example.com", -1)
        .map(proxy -> proxy.host() + ":" + proxy.port())
        .orElse("direct");
  }

  @ParameterizedTest
  @CsvSource({
    "http://proxy.test:3128,              proxy.test, 3128, '',  ''",
    "proxy.test:3128,                     proxy.test, 3128, '',  ''",
    "proxy.test,                          proxy.test, 80,   '',  ''",
    "HTTP://proxy.test:3128/,             proxy.test, 3128, '',  ''",
    "' http://proxy.test:3128 ',          proxy.test, 3128, '',  ''",
    "http://me:secret@proxy.test:3128,    proxy.test, 3128, me,  secret",
    "me:secret@proxy.test:3128,           proxy.test, 3128, me,  secret",
    "http://me@proxy.test:3128,           proxy.test, 3128, me,  ''",
    "http://m%40e:p%3Aa%2B+b@proxy.test,  proxy.test, 80,   m@e, p:a++b",
    "http://[fd00::1]:3128,               fd00::1,    3128, '',  ''"
  })
  void readsAServerAndALogin(String text, String host, int port, String user, String password) {
    assertThat(ProxyServer.parse(text))
        .isEqualTo(new ProxyServer(host, port, user, new Secret(password)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "socks5://me:hush@proxy.test:1080",
        "https://me:hush@proxy.test",
        "http://me:hush@",
        "http://me:hush@proxy.test:99999",
        "http://me:hush@proxy.test:0",
        "http://me:hush@pro xy"
      })
  void anythingElseIsAComplaintWithoutThePassword(String text) {
    Proxies proxies = read(Map.of("HTTPS_PROXY", text));

    assertThat(proxies).isEqualTo(Proxies.NONE);
    assertThat(wrong).hasSize(1);
    assertThat(wrong.get(0)).startsWith("HTTPS_PROXY ").doesNotContain("hush");
  }

  @Test
  void eachSchemeHasItsOwn() {
    Proxies proxies = read(Map.of("HTTP_PROXY", "http://a:1", "HTTPS_PROXY", "http://b:2"));

    assertThat(towards(proxies, "http")).isEqualTo("a:1");
    assertThat(towards(proxies, "https")).isEqualTo("b:2");
  }

  @Test
  void lowerCaseWins() {
    Proxies proxies = read(Map.of("HTTPS_PROXY", "http://a:1", "https_proxy", "http://b:2"));

    assertThat(towards(proxies, "https")).isEqualTo("b:2");
    assertThat(towards(proxies, "http")).isEqualTo("direct");
  }

  @Test
  void oneForAllIsTheWeakest() {
    Proxies proxies = read(Map.of("ALL_PROXY", "http://all:1", "https_proxy", "http://b:2"));

    assertThat(towards(proxies, "http")).isEqualTo("all:1");
    assertThat(towards(proxies, "https")).isEqualTo("b:2");
  }

  @Test
  void anEmptyVariableIsNone() {
    assertThat(read(Map.of("HTTPS_PROXY", "", "http_proxy", " "))).isEqualTo(Proxies.NONE);
    assertThat(wrong).isEmpty();
  }

  @Test
  void theUsualPortCountsWhereTheAddressHasNone() {
    Proxies proxies = read(Map.of("ALL_PROXY", "http://all:1", "NO_PROXY", "api.example.com:443"));

    assertThat(towards(proxies, "https")).isEqualTo("direct");
    assertThat(towards(proxies, "http")).isEqualTo("all:1");
  }

  @Test
  void passwordsAreKnownAsSecretsAndNeverPrinted() {
    Proxies proxies =
        read(Map.of("HTTP_PROXY", "http://me:hush@a:1", "HTTPS_PROXY", "http://me:hush@b:1"));

    assertThat(proxies.secrets()).containsExactly(new Secret("hush"));
    assertThat(proxies.toString()).doesNotContain("hush");
  }
}
