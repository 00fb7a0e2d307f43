package dev.portage.pagination;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the body of a page may say whether there is more (contract, section 6.4).
 *
 * @param hasMore true there means more; null when not configured
 * @param lastPage true there means no more; null when not configured
 * @param hints keys at the top of the body that are looked at when the paths say nothing
 */
record MoreSigns(@Nullable DotPath hasMore, @Nullable DotPath lastPage, List<String> hints) {

  /**
   * What the body says; empty when it says nothing. A path that leads to null is passed over like a
   * missing one, but when nothing else speaks, null under the has-more path is a no.
   */
  Optional<Boolean> in(JsonNode body) {
    return said(hasMore, body)
        .or(() -> said(lastPage, body).map(last -> !last))
        .or(() -> hinted(body))
        .or(() -> hasMore != null && hasMore.in(body).isNull() ? Optional.of(false) : nothing());
  }

  private static Optional<Boolean> said(@Nullable DotPath path, JsonNode body) {
    return path == null
        ? nothing()
        : Optional.of(path.in(body))
            .filter(value -> !value.isNull() && !value.isMissingNode())
            .map(Truth::of);
  }

  private Optional<Boolean> hinted(JsonNode body) {
    List<JsonNode> present =
        hints.stream().map(body::path).filter(value -> !value.isMissingNode()).toList();
    return present.isEmpty() ? nothing() : Optional.of(present.stream().anyMatch(Truth::of));
  }

  private static Optional<Boolean> nothing() {
    return Optional.empty();
  }
}
