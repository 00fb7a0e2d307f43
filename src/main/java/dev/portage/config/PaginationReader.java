package dev.portage.config;

import static dev.portage.config.PaginationTable.PAGINATION_PARAM;
import static dev.portage.config.PaginationTable.TYPE;

import dev.portage.pagination.NoPagination;
import dev.portage.pagination.Pagination;
import dev.portage.pagination.Variants;
import java.util.Optional;

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
      return Variants.read(type, key -> value(type, PaginationTable.of(key)));
    } catch (IllegalArgumentException e) {
      values.reject(TYPE, e);
      return new NoPagination();
    }
  }

  private Optional<String> value(String type, Setting setting) {
    if (setting.type() == SettingType.WHOLE) {
      return Optional.of(Integer.toString(values.whole(setting)));
    }
    // Of the names that the documentation gives the parameter, that of the type comes first.
    boolean named = setting.equals(PAGINATION_PARAM);
    Setting own = named ? setting.preferring(SourceTable.ROOT + type + "_param") : setting;
    return values.optional(own);
  }
}
