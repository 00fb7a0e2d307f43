package dev.portage.config;

import static dev.portage.config.PaginationTable.CURSOR_PATH;
import static dev.portage.config.PaginationTable.HAS_MORE_PATH;
import static dev.portage.config.PaginationTable.HEADER_LINK_REL;
import static dev.portage.config.PaginationTable.LAST_PAGE_PATH;
import static dev.portage.config.PaginationTable.NEXT_LINK_PATH;
import static dev.portage.config.PaginationTable.PAGE_SIZE;
import static dev.portage.config.PaginationTable.PAGINATION_PARAM;
import static dev.portage.config.PaginationTable.SIZE_PARAM;
import static dev.portage.config.PaginationTable.START_PAGE;
import static dev.portage.config.PaginationTable.TYPE;

import dev.portage.pagination.CursorPagination;
import dev.portage.pagination.DotPath;
import dev.portage.pagination.HeaderLinkPagination;
import dev.portage.pagination.NextLinkPagination;
import dev.portage.pagination.NoPagination;
import dev.portage.pagination.OffsetPagination;
import dev.portage.pagination.PagePagination;
import dev.portage.pagination.Pagination;
import org.jspecify.annotations.Nullable;

/** Settings become a {@link Pagination}; the same for the installation and for one resource. */
final class PaginationReader {
  private final SettingValues values;

  PaginationReader(SettingValues values) {
    this.values = values;
  }

  /** The pagination; none when the settings are wrong, which is noted. */
  Pagination read() {
    String type = values.choice(TYPE);
    try {
      return of(type);
    } catch (IllegalArgumentException e) {
      values.reject(TYPE, e);
      return new NoPagination();
    }
  }

  private Pagination of(String type) {
    int size = values.whole(PAGE_SIZE);
    return switch (type) {
      case "page" ->
          new PagePagination(
              param("page"),
              sizeParam("size"),
              size,
              values.whole(START_PAGE),
              path(HAS_MORE_PATH),
              path(LAST_PAGE_PATH));
      case "offset" ->
          new OffsetPagination(param("offset"), sizeParam("limit"), size, path(HAS_MORE_PATH));
      case "cursor" ->
          new CursorPagination(
              param("cursor"), sizeParam("limit"), size, path(CURSOR_PATH), path(HAS_MORE_PATH));
      case "next_link" -> new NextLinkPagination(values.text(NEXT_LINK_PATH));
      case "header_link" -> new HeaderLinkPagination(values.text(HEADER_LINK_REL));
      default -> new NoPagination();
    };
  }

  /** Contract, section 6.3: the documented names where none are set. */
  private String param(String type) {
    Setting own = PAGINATION_PARAM.preferring(SourceTable.ROOT + type + "_param");
    return values.optional(own).orElse(type);
  }

  private String sizeParam(String fallback) {
    return values.optional(SIZE_PARAM).orElse(fallback);
  }

  private @Nullable DotPath path(Setting setting) {
    return values.optional(setting).map(DotPath::new).orElse(null);
  }
}
