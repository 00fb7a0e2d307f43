package dev.portage.config;

import java.util.ArrayList;
import java.util.List;

/** What a selector and a path parameter say about requests (contract, sections 6.1 and 6.6). */
final class SelectorTable {
  static final MappingKey QUERY =
      MappingKey.of("query", MappingShape.JQ, "Items for which it is not `true` are left out.")
          .defaultsTo("true")
          .example(".archived != true");
  static final MappingKey METHOD =
      MappingKey.of("method", MappingShape.METHOD, "Method of the requests.").defaultsTo("GET");
  static final MappingKey QUERY_PARAMS =
      MappingKey.of(
              "query_params",
              MappingShape.PARAMETERS,
              "Parameters of the address; a list repeats the parameter, null gives an empty one.")
          .example("{state: open, expand: [lines, notes]}");
  static final MappingKey HEADERS =
      MappingKey.of(
              "headers", MappingShape.HEADERS, "Headers; they win over those of the installation.")
          .example("{Accept: application/json}");
  static final MappingKey BODY =
      MappingKey.of("body", MappingShape.BODY, "Sent as JSON, the same on every page.")
          .example("{filter: {state: open}}");
  static final MappingKey DATA_PATH =
      MappingKey.of(
              "data_path",
              MappingShape.JQ,
              "Where the items lie in the body of a page; a bare list needs none.")
          .example(".items", ".result.teams");
  static final MappingKey ENDPOINT =
      MappingKey.of(
              "endpoint",
              MappingShape.TEXT,
              "Path of the endpoint that lists the values; may hold other path parameters.")
          .always()
          .example("/api/v1/teams");
  static final MappingKey FIELD =
      MappingKey.of("field", MappingShape.JQ, "The value that an item of that endpoint gives.")
          .always()
          .example(".id");
  static final MappingKey FILTER =
      MappingKey.of("filter", MappingShape.JQ, "Items for which it is not `true` give no value.")
          .example(".archived != true");

  /** The keys of one path parameter. */
  static final List<MappingKey> PATH_PARAMETER =
      List.of(ENDPOINT, METHOD, QUERY_PARAMS, HEADERS, DATA_PATH, FIELD, FILTER);

  static final MappingKey PATH_PARAMETERS =
      MappingKey.of(
              "path_parameters",
              MappingShape.MAP_OF_OBJECTS,
              "For each `{name}` in the kind, where its values come from. Each item gets the value as"
                  + " `.__name`.")
          .with(PATH_PARAMETER)
          .example("{team_id: {endpoint: /api/v1/teams, data_path: .teams, field: .id}}");
  static final MappingKey PAGINATION =
      MappingKey.of(
              "pagination",
              MappingShape.WORD_OR_OBJECT,
              "Overrides the installation: `type` and the keys of *Pagination*. With the same type, what"
                  + " it does not name stays as it is in the installation.")
          .with(paginationKeys())
          .example("none", "{type: page, page_size: 50}");
  static final MappingKey TIMEOUT =
      MappingKey.of("timeout", SourceTable.TIMEOUT, "Seconds; overrides the installation.");
  static final MappingKey MAX_CONCURRENT_REQUESTS =
      MappingKey.of(
          "max_concurrent_requests",
          SourceTable.MAX_CONCURRENT_REQUESTS,
          "Requests in flight for this resource.");
  static final MappingKey SCHEDULE =
      MappingKey.of(
              "schedule",
              MappingShape.SCHEDULE,
              "Extension: this resource also runs on its own, besides full resyncs; see below.")
          .example("15m", "*/5 8-18 * * MON-FRI");

  /** The keys of a selector. */
  static final List<MappingKey> ALL =
      List.of(
          QUERY,
          METHOD,
          QUERY_PARAMS,
          HEADERS,
          BODY,
          DATA_PATH,
          PATH_PARAMETERS,
          PAGINATION,
          TIMEOUT,
          MAX_CONCURRENT_REQUESTS,
          SCHEDULE);

  /** What Ocean knows and this application has no use for (contract, section 8.1). */
  static final List<String> IGNORED = List.of("endpoint", "exportEnvVariables");

  /** The keys of a legacy selector's query (contract, section 6.11). */
  static final List<MappingKey> LEGACY =
      List.of(ENDPOINT, METHOD, QUERY_PARAMS, HEADERS, BODY, DATA_PATH, PATH_PARAMETERS);

  private SelectorTable() {}

  private static List<MappingKey> paginationKeys() {
    List<MappingKey> keys = new ArrayList<>();
    for (Setting setting : PaginationTable.ALL) {
      String name = setting.equals(PaginationTable.TYPE) ? "type" : setting.key();
      keys.add(MappingKey.of(name, setting, setting.description()));
    }
    return keys;
  }
}
