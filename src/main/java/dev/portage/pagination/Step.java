package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import java.util.Optional;

/**
 * Where a listing goes after a page.
 *
 * @param next the request for the next page; empty at the end
 * @param why the rule that decided
 */
public record Step(Optional<ApiRequest> next, Reason why) {

  /** To a further page. */
  public static Step to(ApiRequest request, Reason why) {
    return new Step(Optional.of(request), why);
  }

  /** To the end of the listing. */
  public static Step end(Reason why) {
    return new Step(Optional.empty(), why);
  }
}
