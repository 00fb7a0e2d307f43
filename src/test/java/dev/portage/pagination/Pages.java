package dev.portage.pagination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers for the tests of this package. */
final class Pages {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Pages() {}

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static ApiResponse answer(String body) {
    return new ApiResponse(200, Headers.NONE, json(body));
  }

  static ApiResponse linked(String body, String link) {
    return new ApiResponse(200, Headers.of(Map.of("link", link)), json(body));
  }

  /** A bare list of so many elements, numbered from an offset. */
  static String list(int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(i -> "{\"id\":" + i + "}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Where a pagination goes after a first page; {@code -} for the end. */
  static String after(Pagination pagination, String url, ApiResponse received, int items) {
    ApiRequest sent = ApiRequest.get(url);
    return pagination
        .next(Page.first(sent, received, items))
        .next()
        .map(ApiRequest::url)
        .orElse("-");
  }
}
