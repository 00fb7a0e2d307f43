package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlsTest {
  private static final String RFC_BASE = "http://a/b/c/d;p?q";

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "g | http://a/b/c/g",
        "./g | http://a/b/c/g",
        "g/ | http://a/b/c/g/",
        "/g | http://a/g",
        "//g | http://g",
        "?y | http://a/b/c/d;p?y",
        "g?y | http://a/b/c/g?y",
        "#s | http://a/b/c/d;p?q",
        "g#s | http://a/b/c/g",
        "g?y#s | http://a/b/c/g?y",
        ";x | http://a/b/c/;x",
        "g;x | http://a/b/c/g;x",
        "g;x?y#s | http://a/b/c/g;x?y",
        "'' | http://a/b/c/d;p?q",
        ". | http://a/b/c/",
        "./ | http://a/b/c/",
        ".. | http://a/b/",
        "../ | http://a/b/",
        "../g | http://a/b/g",
        "../.. | http://a/",
        "../../ | http://a/",
        "../../g | http://a/g",
        "../../../g | http://a/g",
        "../../../../g | http://a/g",
        "/./g | http://a/g",
        "/../g | http://a/g",
        "g. | http://a/b/c/g.",
        ".g | http://a/b/c/.g",
        "g.. | http://a/b/c/g..",
        "..g | http://a/b/c/..g",
        "./../g | http://a/b/g",
        "./g/. | http://a/b/c/g/",
        "g/./h | http://a/b/c/g/h",
        "g/../h | http://a/b/c/h",
        "g;x=1/./y | http://a/b/c/g;x=1/y",
        "g;x=1/../y | http://a/b/c/y",
        "g?y/./x | http://a/b/c/g?y/./x",
        "g?y/../x | http://a/b/c/g?y/../x",
      })
  void resolvesLikeTheTableOfRfc3986(String link, String expected) {
    assertThat(Urls.resolve(RFC_BASE, link)).contains(expected);
  }

  @ParameterizedTest(name = "{0} + {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "http://my_host:8080/api/users?x=1 | ?page=2 | http://my_host:8080/api/users?page=2",
        "https://h | users | https://h/users",
        "https://h?a=1 | ?b=2 | https://h?b=2",
        "https://h/x | ?page[number]=2&page[size]=2 | https://h/x?page[number]=2&page[size]=2",
        "https://h/x | ?c=a%2Fb+c== | https://h/x?c=a%2Fb+c==",
        "https://h/x | /a b?q=c d | https://h/a%20b?q=c%20d",
        "https://h/x | https://h/y?$skiptoken='é' | https://h/y?$skiptoken='%C3%A9'",
        "https://h/x | https://me:pw@h/y | https://h/y",
        "https://h/x | https://h@evil.example/y | https://evil.example/y",
        "https://h/x | https://h\\@evil.example/y | https://evil.example/y",
        "https://h/x | HTTPS://H/y | HTTPS://H/y",
        "https://[::1]:8443/x | /y | https://[::1]:8443/y",
        "https://h/x | http://[2001:db8::1]/y | http://[2001:db8::1]/y",
        "https://h/x | '  /y  ' | https://h/y",
      })
  void resolvesWhatApisReallyGive(String base, String link, String expected) {
    assertThat(Urls.resolve(base, link)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://h/x",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "mailto:a@b",
        "https://",
        "https:///x",
        "http:g",
        "https://h\\evil/x",
        "https://h:port/x",
        "https://a b/x"
      })
  void refusesLinksThatLeadToNoHttpAddress(String link) {
    assertThat(Urls.resolve("https://h/x", link)).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "https://Api.Example.com/x?y#z,https://api.example.com:443",
    "http://h,http://h:80",
    "HTTP://h:8080/,http://h:8080",
    "https://h:/x,https://h:443",
    "https://me:secret@h:444/x,https://h:444",
    "https://h@evil.example/,https://evil.example:443",
    "https://[2001:DB8::1]:9/x,https://[2001:db8::1]:9",
    "http://my_service:3000/x,http://my_service:3000",
    "http://h?x=http://other/,http://h:80",
  })
  void tellsTheOrigin(String url, String expected) {
    assertThat(Urls.origin(url)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/users", "users?x=1", "mailto:tok-1@h", "https://tok-1 2/"})
  void refusesAnOriginOfNoHttpAddressWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> Urls.origin(url))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("tok-1");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "a/b,a%2Fb",
    "c?d,c%3Fd",
    "e#f,e%23f",
    "50%,50%25",
    "a%2Fb,a%252Fb",
    "Core Data,Core%20Data",
    "équipe,%C3%A9quipe",
    "a+b,a%2Bb",
    "a-b._~9,a-b._~9",
    "..,%2E%2E",
    ".,%2E",
    "...,...",
    "\uD83D\uDE00,%F0%9F%98%80",
  })
  void encodesAValueIntoOneSegment(String value, String expected) {
    assertThat(Urls.encodeSegment(value)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "/users | /users",
        "/a b/é | /a%20b/%C3%A9",
        "/a%2Fb/50% | /a%2Fb/50%25",
        "/a%zz | /a%25zz",
        "/teams/{team} | /teams/%7Bteam%7D",
        "/a#b | /a%23b",
        "/a[0]?page[size]=2 | /a%5B0%5D?page[size]=2",
        "/a?q=x?y&z=\"1\" | /a?q=x?y&z=%221%22",
        "https://[::1]/a[b] | https://[::1]/a%5Bb%5D",
      })
  void encodesOnlyWhatMayNotStandInAnAddress(String text, String expected) {
    assertThat(Urls.encodeIllegal(text)).isEqualTo(expected);
  }

  @Test
  void takesUserInformationOutOfAnAddress() {
    assertThat(Urls.withoutUser("https://me:p%40ss@h/x@y")).isEqualTo("https://h/x@y");
    assertThat(Urls.withoutUser("https://h/x@y")).isEqualTo("https://h/x@y");
    assertThat(Urls.user("https://me:p%40s+s@h/x").map(Secret::reveal)).contains("me:p@s+s");
    assertThat(Urls.user("https://h/x@y")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://h/x,true",
    "HTTP://h,true",
    "/users,false",
    "https://,false",
    "httpx://h,false"
  })
  void knowsAbsoluteAddresses(String text, boolean expected) {
    assertThat(Urls.isAbsolute(text)).isEqualTo(expected);
  }
}
