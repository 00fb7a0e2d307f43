package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.Optional;

/** Pages by the Link header (RFC 8288). */
public record HeaderLinkPagination(String rel) implements Pagination {
  @Override
  public ApiRequest first(ApiRequest request) {
    return request;
  }

  @Override
  public Optional<ApiRequest> next(ApiRequest sent, ApiResponse received, int items) {
    return Optional.empty();
  }
}
