package dev.portage.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.portage.http.ApiRequest;
import dev.portage.http.Masker;
import dev.portage.http.Secret;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SimpleAuthenticationTest {
  private static final ApiRequest REQUEST = ApiRequest.get("https://h/users");

  private static ApiRequest signed(Authentication authentication, ApiRequest request) {
    return authentication.sign(request, Credential.NONE);
  }

  static Stream<Arguments> headers() {
    return Stream.of(
        Arguments.of(new BearerToken(new Secret("tok-1")), "Authorization", "Bearer tok-1"),
        Arguments.of(new ApiKey("X-API-Key", new Secret("key-1")), "X-API-Key", "key-1"),
        Arguments.of(
            basic("svc-reader", "p@ss:word-81"),
            "Authorization",
            "Basic c3ZjLXJlYWRlcjpwQHNzOndvcmQtODE="),
        Arguments.of(basic("sk_test_kit", ""), "Authorization", "Basic c2tfdGVzdF9raXQ6"),
        Arguments.of(basic("", "pw"), "Authorization", "Basic OnB3"),
        Arguments.of(basic("jürgen", "pä"), "Authorization", "Basic asO8cmdlbjpww6Q="));
  }

  private static BasicAuthentication basic(String username, String password) {
    return new BasicAuthentication(username, new Secret(password));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void putsTheCredentialIntoItsHeader(Authentication authentication, String name, String value) {
    assertThat(signed(authentication, REQUEST).header(name)).contains(value);
  }

  @ParameterizedTest
  @MethodSource("headers")
  void aHeaderOfTheRequestItselfWins(Authentication authentication, String name, String value) {
    ApiRequest own = REQUEST.withHeader(name.toLowerCase(java.util.Locale.ROOT), "own");
    assertThat(signed(authentication, own).headers().values())
        .containsExactly("own")
        .doesNotContain(value);
  }

  @ParameterizedTest
  @MethodSource("headers")
  void hidesWhatItSends(Authentication authentication, String name, String value) {
    Masker masker = new Masker(authentication.secrets());
    assertThat(masker.mask("sent " + value)).contains("***").doesNotContain(value);
    assertThat(authentication.toString()).contains("***").doesNotContain(value);
  }

  static Stream<Authentication> empty() {
    return Stream.of(
        new NoAuthentication(),
        new BearerToken(Secret.EMPTY),
        new ApiKey("X-API-Key", Secret.EMPTY),
        basic("", ""));
  }

  @ParameterizedTest
  @MethodSource("empty")
  void withoutACredentialRequestsAreSentAsTheyAre(Authentication authentication) {
    assertThat(signed(authentication, REQUEST)).isEqualTo(REQUEST);
    assertThat(authentication.login()).isEmpty();
    assertThat(authentication.credential(NullNode.getInstance(), Instant.EPOCH))
        .isSameAs(Credential.NONE);
  }

  @Test
  void aKeyAsUserNameIsTheSecret() {
    assertThat(basic("sk_test_kit", "").secrets()).contains(new Secret("sk_test_kit"));
    assertThat(basic("admin", "pw-1").secrets()).doesNotContain(new Secret("admin"));
  }

  @Test
  void theKeyBehindASchemeIsASecretOfItsOwn() {
    assertThat(new ApiKey("Authorization", new Secret("token 0001")).secrets())
        .containsExactly(new Secret("token 0001"), new Secret("0001"));
  }

  @ParameterizedTest
  @CsvSource({"a:b", "':'"})
  void refusesAUserNameThatEndsTooEarly(String username) {
    assertThatThrownBy(() -> basic(username, "x"))
        .hasMessage("username: has a colon; expected none (RFC 7617)");
  }

  @Test
  void refusesAKeyWithoutHeader() {
    assertThatThrownBy(() -> new ApiKey(" ", Secret.EMPTY))
        .hasMessage("api_key_header: is blank; expected a name");
  }
}
