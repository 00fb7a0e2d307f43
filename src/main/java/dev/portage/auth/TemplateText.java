package dev.portage.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.JsonText;
import dev.portage.jq.JqException;
import dev.portage.jq.JqProgram;
import dev.portage.jq.JqSyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One text of a template, which may hold {@code {{.path}}} any number of times.
 *
 * @param place its path in the configuration, for messages
 * @param text as it was configured
 */
record TemplateText(String place, String text) {
  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\.([^}]*)}}");
  private static final String EXAMPLES = "{{.access_token}} or {{.[\"a-b\"]}}";
  private static final int MAX_KEYS = 20;

  /** Refuses variables of another form, and paths that are no jq. */
  TemplateText {
    String rest = VARIABLE.matcher(text).replaceAll("");
    if (rest.contains("{{")) {
      throw new IllegalArgumentException(
          place + ": has {{ without a path; expected {{.path}}, such as {{.access_token}}");
    }
    String at = place;
    VARIABLE.matcher(text).results().forEach(found -> compile(at, found.group(1)));
  }

  private static JqProgram compile(String place, String path) {
    try {
      return JqProgram.compile("." + path);
    } catch (JqSyntaxException e) {
      throw new IllegalArgumentException(
          "%s: {{.%s}} is no jq path; expected one, such as %s".formatted(place, path, EXAMPLES),
          e);
    }
  }

  /**
   * The text with the values of a login answer.
   *
   * @throws AuthenticationException when the answer lacks one; it names the keys that are there
   */
  String fill(Login login) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(login, found.group(1))));
  }

  private String value(Login login, String path) {
    JsonNode answer = login.answer();
    @Nullable JsonNode value;
    try {
      value = compile(place, path).first(answer);
    } catch (JqException e) {
      // The cause stays out: what jq says about a failure quotes the data.
      throw answer.isObject() ? fails(answer, path) : lacks(answer, path);
    }
    if (value == null || value.isNull() || value.isMissingNode()) {
      throw lacks(answer, path);
    }
    String filled = JsonText.of(value);
    login.use(path, value, filled);
    return filled;
  }

  private AuthenticationException lacks(JsonNode answer, String path) {
    return new AuthenticationException(
        "%s: the login answer has no %s; %s".formatted(place, path, keys(answer)));
  }

  private AuthenticationException fails(JsonNode answer, String path) {
    return new AuthenticationException(
        "%s: {{.%s}} fails on the login answer; %s; expected a jq path, such as %s"
            .formatted(place, path, keys(answer), EXAMPLES));
  }

  private static String keys(JsonNode answer) {
    if (!answer.isObject()) {
      return "it is of type " + answer.getNodeType().name().toLowerCase(Locale.ROOT);
    }
    Iterable<String> names = answer::fieldNames;
    List<String> sorted =
        StreamSupport.stream(names.spliterator(), false).sorted().limit(MAX_KEYS).toList();
    return sorted.isEmpty() ? "it has no keys" : "it has: " + String.join(", ", sorted);
  }
}
