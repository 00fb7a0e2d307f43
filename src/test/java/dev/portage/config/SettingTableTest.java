package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.auth.Authentication;
import dev.portage.pagination.Pagination;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTableTest {

  static List<Setting> settings() {
    return SettingTable.all();
  }

  @Test
  void noPathIsUsedTwice() {
    Set<String> seen = new HashSet<>();
    for (Setting setting : settings()) {
      assertThat(seen.add(setting.path())).as(setting.path()).isTrue();
      assertThat(SettingTable.isIgnored(setting.path())).as(setting.path()).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyRowIsSound(Setting setting) {
    assertThat(setting.description()).endsWith(".");
    assertThat(setting.path()).isEqualTo(Keys.snake(setting.path()));
    assertThat(setting.type() == SettingType.CHOICE).isEqualTo(!setting.choices().isEmpty());
    if (setting.type() == SettingType.WHOLE) {
      assertThat(setting.least()).isGreaterThanOrEqualTo(Integer.MIN_VALUE);
      assertThat(setting.most()).isLessThanOrEqualTo(Integer.MAX_VALUE);
    }
  }

  @ParameterizedTest
  @MethodSource("settings")
  void everyDefaultIsAllowed(Setting setting) {
    if (setting.fallback().isEmpty()) {
      return;
    }
    switch (setting.type()) {
      case WHOLE, SECONDS ->
          assertThat(setting.number(setting.fallback()))
              .contains(new BigDecimal(setting.fallback()));
      case CHOICE -> assertThat(setting.choice(setting.fallback())).contains(setting.fallback());
      case YES_NO -> assertThat(setting.fallback()).isIn("true", "false");
      default -> assertThat(setting.fallback()).isNotBlank();
    }
  }

  @Test
  void everyVariantHasItsName() {
    assertThat(SourceTable.AUTH_TYPE.choices())
        .hasSameSizeAs(Authentication.class.getPermittedSubclasses());
    assertThat(PaginationTable.TYPE.choices())
        .hasSameSizeAs(Pagination.class.getPermittedSubclasses());
  }

  @ParameterizedTest
  @CsvSource({
    "baseUrl,       base_url",
    "base_url,      base_url",
    "verifySSL,     verify_ssl",
    "pageSize,      page_size",
    "x509,          x509",
    "URLPath,       url_path",
    "custom-header, custom_header"
  })
  void keysAreTheSameInEveryCase(String typed, String snake) {
    assertThat(Keys.snake(typed)).isEqualTo(snake);
  }

  @ParameterizedTest
  @CsvSource({
    "PAGESIZE,  page_size",
    "pagesise,  page_size",
    "bearer,    bearer_token",
    "zzz,       ''"
  })
  void theNearestNameIsAGuessOnlyWhenItIsNear(String typed, String nearest) {
    List<String> known = List.of("page_size", "bearer_token", "base_url");

    assertThat(Nearest.to(typed, known).orElse("")).isEqualTo(nearest);
  }
}
