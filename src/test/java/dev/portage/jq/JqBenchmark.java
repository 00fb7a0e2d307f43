package dev.portage.jq;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Compiling and evaluating. */
@State(Scope.Thread)
public class JqBenchmark {
  private final JsonNode item = Samples.json(Samples.item(4711));
  private final JqProgram filter = JqProgram.compile(Samples.FILTER);
  private final List<JqProgram> properties =
      Samples.PROPERTIES.stream().map(JqProgram::compile).toList();

  /** One program of many kinds. */
  @State(Scope.Thread)
  public static class Expression {
    @Param({
      ".key",
      ".owner.team.id",
      ".owner.team.id // \"none\"",
      ".state != \"closed\" and .priority >= 2",
      "\"\\(.key): \\(.title)\"",
      ".links[] | select(.rel == \"html\") | .href",
      "{id, key, owner: .owner.name}",
      ".labels | map(select(. != \"bug\")) | length",
      ".title | test(\"log ?in\"; \"i\")",
      ".created_at | fromdate",
      ".owner | to_entries | map(.key)",
      "def f: if . > 50 then . else . + 1 | f end; .priority | f",
      "reduce range(100) as $i (0; . + $i)"
    })
    private String text = "";

    private JqProgram program = JqProgram.compile(".");

    /** Once for each text. */
    @Setup
    public void compile() {
      program = JqProgram.compile(text);
    }
  }

  /** An item through a filter and ten properties. */
  @Benchmark
  public void filterAndTenProperties(Blackhole sink) {
    sink.consume(filter.first(item));
    for (JqProgram property : properties) {
      sink.consume(property.first(item));
    }
  }

  /** An item through one expression. */
  @Benchmark
  public @Nullable JsonNode evaluate(Expression expression) {
    return expression.program.first(item);
  }

  /** What reading a mapping costs: the filter and the ten properties. */
  @Benchmark
  public void compileFilterAndTenProperties(Blackhole sink) {
    sink.consume(JqProgram.compile(Samples.FILTER));
    Samples.PROPERTIES.forEach(text -> sink.consume(JqProgram.compile(text)));
  }
}
