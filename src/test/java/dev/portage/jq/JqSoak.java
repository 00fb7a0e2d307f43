package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and evaluates for a given number of minutes, and prints each minute what the process
 * holds and what an item costs: nothing may grow. Run by hand (docs/performance.md says how); uses
 * about a tenth of a core.
 */
public final class JqSoak {
  private static final int IDLE_PARTS_PER_BUSY_PART = 9;
  private static final int ITEMS_PER_ROUND = 200;
  private static final int NEW_TEXTS_PER_ROUND = 20;
  private static final JqOptions SMALL =
      JqOptions.DEFAULT.withTime(Duration.ofMillis(20)).withSize(10_000).withDepth(2_000);

  private static final String ITEM =
      """
      {"id":4711,"key":"PRJ-4711","state":"open","priority":3,"title":"Cannot log in",
      "owner":{"name":"Ada Byron","team":{"id":"platform","size":12}},"created_at":"2024-03-10T12:34:56Z",
      "labels":["bug","login","customer"],"links":[{"rel":"self"},{"rel":"html","href":"https://example.com/"}]}
      """;

  /** The same programs over and over, as the resyncs of an installation run them. */
  private static final List<String> STEADY =
      List.of(
          ".state != \"closed\" and .priority >= 2",
          ".owner.team.id // \"none\"",
          "\"\\(.key): \\(.title)\"",
          ".labels | join(\",\")",
          ".links[] | select(.rel == \"html\") | .href",
          ".title | test(\"log ?in\"; \"i\")",
          ".created_at | fromdate | todate",
          "{id, owner: .owner.name, labels: (.labels | map(ascii_upcase) | sort)}");

  /** Texts never seen before; {@code #} becomes a number that goes up. */
  private static final List<String> NEW_TEXTS =
      List.of(
          ".field_# | tostring",
          "{key_#: .id, other: .owner.name}",
          ".title | test(\"log.?#\"; \"i\")",
          "def f_#($x): $x + .priority; f_#(#)",
          ".labels | map(select(. != \"l#\")) | join(\"-#-\")",
          ".created_at | fromdate | strftime(\"%Y #\")",
          "$ENV.NAME_# // \"none #\"",
          ".title | gsub(\"(?<word>log#?)\"; \"<\\(.word)>\")",
          "reduce .labels[] as $label_# ({}; .[$label_#] = #)");

  /** The same programs, whose expressions, formats and keys come from the input and are new. */
  private static final List<String> NEW_INPUTS =
      List.of(
          ". as $n | \"issue \\($n)\" | test(\"e \\($n)$\")",
          ". as $n | \"a-\\($n)\" | sub(\"-(?<n>\\($n))\"; \"+\\(.n)\")",
          ". as $n | 0 | strftime(\"%Y-%j \\($n)\")",
          ". as $n | \"2024 \\($n)\" | strptime(\"%Y \\($n)\") | mktime",
          "\"{\\\"key\\(.)\\\": \\(.)}\" | fromjson | to_entries",
          ". as $n | {} | .[\"key\\($n)\"] = $n | getpath([\"key\\($n)\"])",
          "error(\"number \\(.)\")");

  /** No programs at all, and programs that fail. */
  private static final List<String> FAILING =
      List.of(
          ".title +",
          ".a[#",
          "$unknown_#",
          "f_#",
          ".title | keys",
          "{} | error",
          ". / #",
          ".title | test(\"(#\")",
          "\"x#\" | tonumber",
          "\"x#\" | fromjson",
          "\"#\" | fromdate");

  /** What runs into the limits of time, size, depth and stack. */
  private static final List<String> ENDLESS =
      List.of(
          "last(range(1e12))",
          "(\"a\" * 40 + \"!#\") | test(\"^(.*a){20}$\")",
          "[range(1e12)]",
          "reduce range(99) as $x (1; [., .]) | tojson",
          "reduce range(1e9) as $x ({}; .[\"\\($x)\"] = #)",
          "\"x\" * 1e9",
          "def f: [f]; f",
          "def f: if . >= 1500 then . else . + 1 | f end; 0 | f",
          "repeat(#)");

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final JsonNode item = Programs.json(ITEM);
  private final List<JqProgram> steady = STEADY.stream().map(JqProgram::compile).toList();
  private final List<JqProgram> newInputs = NEW_INPUTS.stream().map(JqProgram::compile).toList();
  private int number;
  private long items;
  private long allocated;
  private long compiled;
  private long failed;
  private @Nullable JsonNode last;

  private JqSoak() {}

  /** Takes the number of minutes; 60 without. */
  public static void main(String[] arguments) throws InterruptedException {
    int minutes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
    System.out.println(
        "minute | " + Footprint.HEADER + " | bytes/item | items | programs compiled | failures");
    JqSoak soak = new JqSoak();
    for (int minute = 1; minute <= minutes; minute++) {
      soak.run(System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
      System.out.println(minute + " | " + Footprint.now().row() + " | " + soak.row());
    }
  }

  private void run(long until) throws InterruptedException {
    items = 0;
    allocated = 0;
    while (System.nanoTime() < until) {
      long start = System.nanoTime();
      round();
      TimeUnit.NANOSECONDS.sleep((System.nanoTime() - start) * IDLE_PARTS_PER_BUSY_PART);
    }
  }

  private String row() {
    return allocated / items + " | " + items + " | " + compiled + " | " + failed;
  }

  private void round() {
    steadyItems();
    for (int i = 0; i < NEW_TEXTS_PER_ROUND; i++) {
      number++;
      NEW_TEXTS.forEach(this::evaluate);
      FAILING.forEach(this::evaluate);
      newInputs.forEach(program -> attempt(n -> last = program.first(IntNode.valueOf(n))));
    }
    String endless = ENDLESS.get(number / NEW_TEXTS_PER_ROUND % ENDLESS.size());
    attempt(n -> compile(endless, SMALL).each(item, value -> last = value));
  }

  private void steadyItems() {
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < ITEMS_PER_ROUND; i++) {
      for (JqProgram program : steady) {
        last = program.first(item);
      }
    }
    allocated += threads.getCurrentThreadAllocatedBytes() - before;
    items += ITEMS_PER_ROUND;
  }

  private void evaluate(String text) {
    attempt(n -> last = compile(text, JqOptions.DEFAULT).first(item));
  }

  private JqProgram compile(String text, JqOptions options) {
    JqProgram program = JqProgram.compile(text.replace("#", String.valueOf(number)), options);
    compiled++;
    return program;
  }

  private void attempt(IntConsumer evaluation) {
    try {
      evaluation.accept(number);
    } catch (JqException | JqSyntaxException e) {
      failed++;
    }
  }
}
