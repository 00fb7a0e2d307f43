package dev.portage.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.http.Secret;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer to a login while a template is filled with it; keeps in mind which of its values were
 * used, since those are secrets from then on.
 */
final class Login {
  private final JsonNode answer;
  private final List<Secret> used = new ArrayList<>();

  Login(JsonNode answer) {
    this.answer = answer;
  }

  JsonNode answer() {
    return answer;
  }

  /** Truth values are no secret, nor what is found under a harmless name. */
  void use(String path, JsonNode value, String text) {
    String name = path.substring(path.lastIndexOf('.') + 1);
    if (!value.isBoolean() && !LoginSecrets.isHarmless(name)) {
      used.add(new Secret(text));
    }
  }

  List<Secret> used() {
    return List.copyOf(used);
  }
}
