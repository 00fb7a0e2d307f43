package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages by the count of items before them. */
public record OffsetPagination(
    String offsetParam, String limitParam, int pageSize, @Nullable DotPath hasMorePath)
    implements Pagination {
  @Override
  public ApiRequest first(ApiRequest request) {
    return request;
  }

  @Override
  public Optional<ApiRequest> next(ApiRequest sent, ApiResponse received, int items) {
    return Optional.empty();
  }
}
