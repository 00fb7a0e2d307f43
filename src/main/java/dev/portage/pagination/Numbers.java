package dev.portage.pagination;

import dev.portage.http.Query;
import java.util.Optional;
import java.util.OptionalLong;

/** What the paginations that count have in common. */
final class Numbers {
  private Numbers() {}

  /** The whole number that a parameter holds. */
  static OptionalLong in(Query query, String parameter) {
    Optional<String> text = query.first(parameter).filter(value -> value.matches("\\d{1,18}"));
    return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
  }

  static String ignored(String parameter) {
    return "the API seems to ignore the parameter '"
        + parameter
        + "'; set pagination_param to the name it knows, or selector.pagination to none for this"
        + " kind";
  }
}
