package dev.portage.pagination;

import dev.portage.http.ApiRequest;

/** One request, no further page. */
@Named("none")
public record NoPagination() implements Pagination {
  @Override
  public ApiRequest first(ApiRequest request) {
    return request;
  }

  @Override
  public Step next(Page page) {
    return Step.end(Reason.NO_PAGINATION);
  }

  @Override
  public String whenRepeating() {
    return "pagination is none";
  }
}
