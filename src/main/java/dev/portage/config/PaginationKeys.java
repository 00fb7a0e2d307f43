package dev.portage.config;

import dev.portage.pagination.CursorPagination;
import dev.portage.pagination.DotPath;
import dev.portage.pagination.HeaderLinkPagination;
import dev.portage.pagination.NextLinkPagination;
import dev.portage.pagination.OffsetPagination;
import dev.portage.pagination.PagePagination;
import dev.portage.pagination.Pagination;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way back from a {@link Pagination} to the keys that it was made from. */
final class PaginationKeys {
  private PaginationKeys() {}

  /** The keys of {@link PaginationTable} with their values; none for no pagination. */
  static Map<String, String> of(Pagination pagination) {
    Map<String, String> all = new LinkedHashMap<>();
    if (pagination instanceof PagePagination page) {
      common(all, "page", page.pageParam(), page.sizeParam(), page.pageSize());
      all.put("start_page", String.valueOf(page.startPage()));
      path(all, "has_more_path", page.hasMorePath());
      path(all, "last_page_path", page.lastPagePath());
    } else if (pagination instanceof OffsetPagination offset) {
      common(all, "offset", offset.offsetParam(), offset.limitParam(), offset.pageSize());
      path(all, "has_more_path", offset.hasMorePath());
    } else if (pagination instanceof CursorPagination cursor) {
      common(all, "cursor", cursor.cursorParam(), cursor.limitParam(), cursor.pageSize());
      path(all, "cursor_path", cursor.cursorPath());
      path(all, "has_more_path", cursor.hasMorePath());
    } else if (pagination instanceof NextLinkPagination link) {
      all.put("pagination_type", "next_link");
      all.put("next_link_path", link.nextLinkPath());
    } else if (pagination instanceof HeaderLinkPagination link) {
      all.put("pagination_type", "header_link");
      all.put("header_link_rel", link.rel());
    }
    return all;
  }

  private static void common(
      Map<String, String> all, String type, String param, String sizeParam, int pageSize) {
    all.put("pagination_type", type);
    all.put("pagination_param", param);
    all.put("size_param", sizeParam);
    all.put("page_size", String.valueOf(pageSize));
  }

  private static void path(Map<String, String> all, String key, @Nullable DotPath path) {
    if (path != null) {
      all.put(key, path.text());
    }
  }
}
