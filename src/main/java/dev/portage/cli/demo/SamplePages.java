package dev.portage.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.sink.local.Answer;
import dev.portage.sink.local.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * How the sample API pages: four ways, each the way of some well-known API. This code shares
 * nothing with Portage's own pagination, so that the demonstration proves something.
 *
 * @param call the request
 * @param items all there are
 */
record SamplePages(Call call, List<ObjectNode> items) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A parameter that makes no sense; the message says what was expected. */
  static final class BadParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadParameter(String name) {
      super(name + ": not understood; expected a number from the documentation's range");
    }
  }

  /** By {@code page}, from 1, and {@code per_page}, at most 50; the body has {@code has_more}. */
  Answer byPage(String field) {
    int size = number("per_page", 20, 50);
    int page = number("page", 1, Integer.MAX_VALUE);
    long start = (page - 1L) * size;
    ObjectNode body = NODES.objectNode();
    body.set(field, slice(start, size));
    body.put("page", page).put("per_page", size).put("total", items.size());
    return Answer.json(200, body.put("has_more", start + size < items.size()));
  }

  /** By {@code offset} and {@code limit}, at most 50; the body has {@code has_more}. */
  Answer byOffset(String field) {
    int size = number("limit", 20, 50);
    long start = call.parameter("offset").isEmpty() ? 0 : offset();
    ObjectNode body = NODES.objectNode();
    body.set(field, slice(start, size));
    body.put("total", items.size());
    return Answer.json(200, body.put("has_more", start + size < items.size()));
  }

  /** By {@code cursor} and {@code limit}, at most 100; the body has the next cursor. */
  Answer byCursor(String field) {
    int size = number("limit", 50, 100);
    int start = call.parameter("cursor").map(SamplePages::position).orElse(0);
    boolean more = start + size < items.size();
    ObjectNode body = NODES.objectNode();
    body.set(field, slice(start, size));
    ObjectNode paging = body.putObject("paging").put("has_more", more);
    paging.put("next_cursor", more ? cursor(start + size) : null);
    return Answer.json(200, body);
  }

  /** By {@code page} and {@code per_page}; a bare list, with a Link header (RFC 8288). */
  Answer byLink(String url) {
    int size = number("per_page", 20, 50);
    int page = number("page", 1, Integer.MAX_VALUE);
    int last = Math.max(1, (items.size() + size - 1) / size);
    String link = "<%s?page=%d&per_page=%d>; rel=\"%s\"";
    StringBuilder links = new StringBuilder(link.formatted(url, 1, size, "first"));
    if (page < last) {
      links.append(", ").append(link.formatted(url, page + 1, size, "next"));
    }
    links.append(", ").append(link.formatted(url, last, size, "last"));
    return Answer.json(200, slice((page - 1L) * size, size)).with("Link", links.toString());
  }

  private JsonNode slice(long start, int size) {
    ArrayNode slice = NODES.arrayNode();
    for (long i = start; i < Math.min(start + size, items.size()); i++) {
      slice.add(items.get((int) i));
    }
    return slice;
  }

  /** A whole number of at least 1; more than the most means the most, as servers do. */
  private int number(String name, int usual, int most) {
    String text = call.parameter(name).orElse(String.valueOf(usual));
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new BadParameter(name);
    }
    return Math.min(Integer.parseInt(text), most);
  }

  private int offset() {
    String text = call.parameter("offset").orElse("0");
    if (!text.matches("\\d{1,9}")) {
      throw new BadParameter("offset");
    }
    return Integer.parseInt(text);
  }

  private static String cursor(int position) {
    byte[] text = ("after:" + position).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static int position(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return Integer.parseInt(text.substring("after:".length()));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new BadParameter("cursor");
    }
  }
}
