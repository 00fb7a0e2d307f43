package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.Optional;

/** One request, no further page. */
public record NoPagination() implements Pagination {
  @Override
  public ApiRequest first(ApiRequest request) {
    return request;
  }

  @Override
  public Optional<ApiRequest> next(ApiRequest sent, ApiResponse received, int items) {
    return Optional.empty();
  }
}
