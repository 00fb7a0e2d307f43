package dev.portage.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses are taken apart as the expression in appendix B of RFC 3986 does it. */
class ReferenceTest {
  private static final Pattern APPENDIX_B =
      Pattern.compile(
          "(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?",
          Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "///",
        "?",
        "#",
        "?#",
        "#?",
        ":",
        "://",
        "a:",
        "a:b",
        "1a:b",
        "a+1.-:b",
        "http:",
        "http://",
        "http://?a#b",
        "http://host",
        "http://host?a=1/2",
        "http://host#a/b?c",
        "http://u:p@host_name:8080/a//b/?q=?#f",
        "//host/a",
        "?page=2",
        "a/b:c",
        "a?b:c",
        "a#b:c",
        "/a:b",
        "x://[::1]:80/\n",
        "urn:isbn:1"
      })
  void takesApartAsTheStandardDoes(String text) {
    assertThat(Reference.parse(text)).isEqualTo(byTheExpression(text));
  }

  @Test
  void takesApartAnyTextAsTheStandardDoes() {
    Random random = new Random(3986);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append("aZ1+.-:/?#@ \u00e9".charAt(random.nextInt(13)));
      }
      takesApartAsTheStandardDoes(text.toString());
    }
  }

  private static Reference byTheExpression(String text) {
    Matcher parts = APPENDIX_B.matcher(text);
    assertThat(parts.matches()).isTrue();
    return new Reference(parts.group(1), parts.group(2), parts.group(3), parts.group(4));
  }
}
