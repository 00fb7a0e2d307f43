package dev.portage;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.portage.catalog.Entity;
import dev.portage.jq.JqProgram;
import dev.portage.mapping.EntityMapping;
import dev.portage.mapping.Expression;
import dev.portage.mapping.ExpressionReport;
import dev.portage.mapping.FieldValue;
import dev.portage.mapping.MappingResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the benchmarks work on: issues of a tracker, and a mapping as people write them. */
public final class Samples {
  /** The filter of the mapping. */
  public static final String FILTER = ".state != \"closed\" and .priority >= 2";

  /** Ten properties as mappings have them. */
  public static final List<String> PROPERTIES =
      List.of(
          ".key",
          ".title",
          "\"issue\"",
          ".owner.team.id // \"none\"",
          ".priority > 2",
          "\"\\(.key): \\(.title)\"",
          ".labels | join(\",\")",
          ".links[] | select(.rel == \"html\") | .href",
          ".id | tostring",
          "if .archived then \"archived\" else .state end");

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String ITEM =
      """
      {"id":#,"key":"PRJ-#","state":"open","priority":3,"title":"Cannot log in with single sign-on",
      "owner":{"name":"Ada Byron","email":"ada@example.com","team":{"id":"platform","size":12}},
      "labels":["bug","login","customer"],"links":[{"rel":"self","href":"https://api.example.com/issues/#"},
      {"rel":"html","href":"https://example.com/issues/#"}],"created_at":"2024-03-10T12:34:56Z",
      "updated_at":1710074096,"due_on":null,"score":12.5,"archived":false,"votes":17,
      "watchers":["ada","grace","edsger"],"environment":"production",
      "custom":{"severity":"high","region":"eu-west-1","cost_centre":"CC-100"}}
      """;

  private Samples() {}

  /** An item of about 600 bytes. */
  public static String item(int number) {
    return ITEM.replace("#", String.valueOf(number)).replace("\n", "");
  }

  /** An answer with items that says that there is more, and at which cursor. */
  public static String page(int number, int items) {
    int first = number * items;
    return IntStream.range(first, first + items)
        .mapToObj(Samples::item)
        .collect(
            Collectors.joining(
                ",", "{\"data\":[", "],\"has_more\":true,\"next_cursor\":\"c" + number + "\"}"));
  }

  /** A text as the application reads it: decimals exactly as written. */
  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A mapping with title, ten properties and two relations. */
  public static EntityMapping mapping() {
    Map<String, Expression> properties = new LinkedHashMap<>();
    PROPERTIES.forEach(text -> properties.put("property" + properties.size(), jq(text)));
    return new EntityMapping(
        new FieldValue.Jq(jq(".key")),
        jq("\"issue\""),
        jq(".title"),
        null,
        null,
        properties,
        Map.of(
            "team", new FieldValue.Jq(jq(".owner.team.id")),
            "owner", new FieldValue.Jq(jq(".owner.email"))));
  }

  /** What the mapping makes of the first items. */
  public static List<Entity> entities(int count) {
    EntityMapping mapping = mapping();
    ExpressionReport report = new ExpressionReport(mapping);
    return IntStream.range(0, count)
        .mapToObj(i -> mapping.map(json(item(i)), report))
        .map(result -> ((MappingResult.Mapped) result).entity())
        .toList();
  }

  private static Expression jq(String text) {
    return new Expression("resources[0]", JqProgram.compile(text));
  }
}
