package dev.portage.pagination;

import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages by an opaque token. */
public record CursorPagination(
    String cursorParam,
    String limitParam,
    int pageSize,
    @Nullable DotPath cursorPath,
    @Nullable DotPath hasMorePath)
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
