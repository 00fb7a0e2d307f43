package dev.portage.config;

import static dev.portage.config.SettingType.CHOICE;
import static dev.portage.config.SettingType.TEXT;
import static dev.portage.config.SettingType.WHOLE;
import static dev.portage.config.SourceTable.ROOT;

import dev.portage.pagination.Variants;
import java.util.ArrayList;
import java.util.List;

/** How listings go from page to page (contract, sections 2.5 and 6.3). */
final class PaginationTable {
  static final Setting TYPE =
      of("pagination_type", CHOICE, "How a listing goes from page to page.")
          .oneOf(Variants.names().toArray(String[]::new))
          .defaultsTo("none");
  static final Setting PAGE_SIZE =
      of("page_size", WHOLE, "Items to ask for per page: `page`, `offset`, `cursor`.")
          .between(1, 1_000_000)
          .defaultsTo("100");
  static final Setting PAGINATION_PARAM =
      of(
              "pagination_param",
              TEXT,
              "Parameter with the page, offset or cursor; by default `page`, `offset` or `cursor`.")
          .alias(ROOT + "page_param", ROOT + "offset_param", ROOT + "cursor_param")
          .example("page");
  static final Setting SIZE_PARAM =
      of(
              "size_param",
              TEXT,
              "Parameter with the page size; by default `size` for `page`, else `limit`.")
          .alias(ROOT + "limit_param")
          .example("per_page");
  static final Setting START_PAGE =
      of("start_page", WHOLE, "Number of the first page: `page`.")
          .between(0, 1_000_000)
          .defaultsTo("1");
  static final Setting CURSOR_PATH =
      of(
              "cursor_path",
              TEXT,
              "Dot path of the next cursor in the body: `cursor`. As an extension a number leads"
                  + " into a list, `-1` to its last element.")
          .example("meta.next_cursor", "data.-1.id");
  static final Setting HAS_MORE_PATH =
      of(
              "has_more_path",
              TEXT,
              "Dot path of what is true while there are more pages: `page`, `offset`, `cursor`.")
          .example("meta.has_more");
  static final Setting LAST_PAGE_PATH =
      of("last_page_path", TEXT, "Dot path of what is true on the last page: `page`.")
          .example("meta.last");
  static final Setting NEXT_LINK_PATH =
      of("next_link_path", TEXT, "Dot path of the link to the next page: `next_link`.")
          .defaultsTo("@odata.nextLink");
  static final Setting HEADER_LINK_REL =
      of("header_link_rel", TEXT, "Relation of the link in the Link header: `header_link`.")
          .defaultsTo("next");

  private static final List<Setting> KNOWN =
      List.of(
          TYPE,
          PAGE_SIZE,
          PAGINATION_PARAM,
          SIZE_PARAM,
          START_PAGE,
          CURSOR_PATH,
          HAS_MORE_PATH,
          LAST_PAGE_PATH,
          NEXT_LINK_PATH,
          HEADER_LINK_REL);

  /** Those above, and those that only one variant has and describes itself. */
  static final List<Setting> ALL = all();

  private PaginationTable() {}

  private static List<Setting> all() {
    List<Setting> all = new ArrayList<>(KNOWN);
    Variants.keys()
        .forEach(
            (key, about) -> {
              if (KNOWN.stream().noneMatch(setting -> setting.key().equals(key))) {
                all.add(of(key, TEXT, about).defaultsTo(Variants.fallback(key)).example(key));
              }
            });
    return List.copyOf(all);
  }

  /** The setting of a key of a variant. */
  static Setting of(String key) {
    return ALL.stream().filter(setting -> setting.key().equals(key)).findFirst().orElseThrow();
  }

  private static Setting of(String key, SettingType type, String description) {
    return Setting.of(ROOT + key, type, description);
  }
}
