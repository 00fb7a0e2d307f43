package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages by number. */
public record PagePagination(
    String pageParam,
    String sizeParam,
    int pageSize,
    int startPage,
    @Nullable DotPath hasMorePath,
    @Nullable DotPath lastPagePath)
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
