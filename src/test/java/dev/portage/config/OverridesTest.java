package dev.portage.config;

import static dev.portage.config.ConfigTesting.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.portage.jq.JqOptions;
import dev.portage.pagination.CursorPagination;
import dev.portage.pagination.DotPath;
import dev.portage.pagination.HeaderLinkPagination;
import dev.portage.pagination.NextLinkPagination;
import dev.portage.pagination.NoPagination;
import dev.portage.pagination.OffsetPagination;
import dev.portage.pagination.PagePagination;
import dev.portage.pagination.Pagination;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a selector may set anew for its own resource. */
class OverridesTest {
  private static final DotPath MORE = new DotPath("more");

  private static Selector selector(String installation, String selector) {
    Map<String, String> environment = new HashMap<>(ConfigTesting.minimal());
    environment.put("OCEAN__INTEGRATION__CONFIG", installation);
    SourceSettings source =
        SettingsReader.read(environment, Path.of("src/test/none"), List.of()).source();
    MappingDocument document =
        MappingReader.read(
            json(
                "{resources: [{kind: /a, selector: "
                    + selector
                    + ", port: {entity: {mappings: {identifier: .id, blueprint: .b}}}}]}"),
            source,
            JqOptions.DEFAULT);
    assertThat(document.problems()).isEmpty();
    return document.resources().get(0).selector();
  }

  static Stream<Arguments> paginations() {
    String page =
        "{\"paginationType\": \"page\", \"pageSize\": 7, \"startPage\": 0, \"hasMorePath\": \"more\","
            + " \"lastPagePath\": \"last\"}";
    String offset =
        "{\"paginationType\": \"offset\", \"sizeParam\": \"n\", \"hasMorePath\": \"more\"}";
    String cursor =
        "{\"paginationType\": \"cursor\", \"cursorPath\": \"c\", \"hasMorePath\": \"more\"}";
    return Stream.of(
        Arguments.of(
            page, "{}", new PagePagination("page", "size", 7, 0, MORE, new DotPath("last"))),
        Arguments.of(page, "{pagination: none}", new NoPagination()),
        Arguments.of(page, "{pagination: {type: none}}", new NoPagination()),
        Arguments.of(
            page,
            "{pagination: {sizeParam: n}}",
            new PagePagination("page", "n", 7, 0, MORE, new DotPath("last"))),
        Arguments.of(
            page,
            "{pagination: {type: page, page_size: '3'}}",
            new PagePagination("page", "size", 3, 0, MORE, new DotPath("last"))),
        Arguments.of(
            page,
            "{pagination: {type: offset}}",
            new OffsetPagination("offset", "limit", 100, null)),
        Arguments.of(
            offset,
            "{pagination: {offset_param: skip, page_size: 2}}",
            new OffsetPagination("skip", "n", 2, MORE)),
        Arguments.of(
            cursor,
            "{pagination: {hasMorePath: other}}",
            new CursorPagination("cursor", "limit", 100, new DotPath("c"), new DotPath("other"))),
        Arguments.of(
            "{\"paginationType\": \"next_link\"}",
            "{pagination: {next_link_path: next}}",
            new NextLinkPagination("next")),
        Arguments.of(
            "{\"paginationType\": \"header_link\"}",
            "{pagination: {header_link_rel: more}}",
            new HeaderLinkPagination("more")),
        Arguments.of(
            "{}",
            "{pagination: {type: cursor, cursor_path: c}}",
            new CursorPagination("cursor", "limit", 100, new DotPath("c"), null)));
  }

  @ParameterizedTest
  @MethodSource("paginations")
  void paginationOfTheSameTypeKeepsWhatItDoesNotName(
      String installation, String selector, Pagination expected) {
    assertThat(selector(installation, selector).pagination()).isEqualTo(expected);
  }

  @Test
  void timeAndConcurrencyAreOverridden() {
    Selector selector =
        selector(
            "{\"timeout\": 30, \"maxConcurrentRequests\": 4}",
            "{timeout: '5', maxConcurrentRequests: 1}");

    assertThat(selector.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(selector.maxConcurrentRequests()).isEqualTo(1);
  }

  @Test
  void withoutOverridesTheInstallationDecides() {
    Selector selector = selector("{\"timeout\": 30, \"maxConcurrentRequests\": 4}", "{}");

    assertThat(selector.timeout()).isEqualTo(Duration.ofSeconds(30));
    assertThat(selector.maxConcurrentRequests()).isEqualTo(4);
  }
}
