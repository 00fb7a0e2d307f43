package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints how fast mappings are evaluated; run by hand, the figures are in docs/jq.md. */
public final class JqSpeed {
  private static final String ITEM =
      """
      {"id":4711,"key":"PRJ-4711","state":"open","priority":3,"title":"Cannot log in with single sign-on",
      "owner":{"name":"Ada Byron","email":"ada@example.com","team":{"id":"platform","size":12}},
      "labels":["bug","login","customer"],"links":[{"rel":"self","href":"https://api.example.com/issues/4711"},
      {"rel":"html","href":"https://example.com/issues/4711"}],"created_at":"2024-03-10T12:34:56Z",
      "updated_at":1710074096,"score":12.5,"archived":false,"description":null,
      "custom":{"severity":"high","region":"eu-west-1","cost_centre":"CC-100"}}
      """;

  private static final String FILTER = ".state != \"closed\" and .priority >= 2";

  private static final List<String> PROPERTIES =
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

  private JqSpeed() {}

  /** What was computed last; read so that nothing is optimized away. */
  static @Nullable Object last() {
    return last;
  }

  /** Runs all measurements. */
  public static void main(String[] arguments) throws Exception {
    JsonNode item = new ObjectMapper().readTree(ITEM);
    List<JqProgram> mapping = PROPERTIES.stream().map(JqProgram::compile).toList();
    JqProgram filter = JqProgram.compile(FILTER);
    report("filter and ten properties", 200_000, () -> map(filter, mapping, item));
    for (String text : List.of(".key", ".owner.team.id", ".owner.team.id // \"none\"", FILTER)) {
      JqProgram program = JqProgram.compile(text);
      report(text, 2_000_000, () -> sink(program.first(item)));
    }
    for (String text : PROPERTIES) {
      JqProgram program = JqProgram.compile(text);
      report(text, 500_000, () -> sink(program.first(item)));
    }
    for (String text :
        List.of(
            ".title | test(\"log ?in\"; \"i\")",
            ".created_at | fromdate",
            ".updated_at | todate",
            "[.labels[] | ascii_upcase]",
            ".owner | to_entries | map(.key)",
            "{id, key, owner: .owner.name}",
            "reduce range(100) as $i (0; . + $i)",
            "def f: if . > 50 then . else . + 1 | f end; .priority | f",
            "first(.labels[] | select(. == \"login\"))",
            "(.labels | map(select(. != \"bug\"))) | length")) {
      JqProgram program = JqProgram.compile(text);
      report(text, 100_000, () -> sink(program.first(item)));
    }
  }

  private static volatile @Nullable Object last;

  private static void map(JqProgram filter, List<JqProgram> mapping, JsonNode item) {
    sink(filter.first(item));
    for (JqProgram program : mapping) {
      sink(program.first(item));
    }
  }

  private static void sink(@Nullable Object value) {
    last = value;
  }

  private static void report(String what, int count, Runnable body) {
    double best = 0;
    for (int round = 0; round < 8; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < count; i++) {
        body.run();
      }
      best = Math.max(best, count * 1e9 / (System.nanoTime() - start));
    }
    System.out.printf(Locale.ROOT, "%,14.0f/s  %s%n", best, what);
  }
}
