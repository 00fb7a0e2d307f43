package dev.portage.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.JqException;
import dev.portage.jq.JqOptions;
import dev.portage.jq.JqProgram;
import dev.portage.jq.JqSyntaxException;
import dev.portage.jq.suite.JsonFile;
import dev.portage.jq.suite.SuiteRun;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code portage jq}: tries out an expression of a mapping as {@code jq} would. */
@Command(
    name = "jq",
    mixinStandardHelpOptions = true,
    description = {
      "Evaluates a jq expression exactly as a mapping would.",
      "Exit code: 0 done, 2 wrong use or input, 3 the program does not compile, 5 it failed."
    })
public final class JqCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int WRONG_INPUT = 2;
  private static final int NOT_COMPILED = 3;
  private static final int FAILED = 5;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-n", "--null-input"},
      description = "One input: null.")
  private boolean nullInput;

  @Option(
      names = {"-c", "--compact-output"},
      description = "One line for each output.")
  private boolean compact;

  @Option(
      names = {"-r", "--raw-output"},
      description = "Texts without quotes.")
  private boolean raw;

  @Option(
      names = {"-s", "--slurp"},
      description = "One input: an array of all.")
  private boolean slurp;

  @Option(names = "--arg", arity = "2", paramLabel = "NAME VALUE", description = "A text as $NAME.")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--argjson",
      arity = "2",
      paramLabel = "NAME JSON",
      description = "A JSON value as $NAME.")
  private List<String> values = new ArrayList<>();

  @Option(
      names = "--run-tests",
      paramLabel = "FILE",
      description = "Runs a file in the format of jq's own tests instead of a program.")
  private @Nullable Path tests;

  @Option(
      names = "--skip",
      paramLabel = "FILE",
      description = "Blocks to leave out: lines of reason, tab, program.")
  private @Nullable Path skipped;

  @Parameters(arity = "0..*", paramLabel = "PROGRAM [FILE...]", description = "What to evaluate.")
  private List<String> arguments = new ArrayList<>();

  private final InputStream in;

  /** Reads from standard input where no file is named. */
  public JqCommand() {
    this(System.in);
  }

  JqCommand(InputStream in) {
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    try {
      return tests == null ? evaluate() : new SuiteRun(out()).run(tests, skipped);
    } catch (IOException | IllegalArgumentException e) {
      err().println("jq: " + e.getMessage());
      return WRONG_INPUT;
    } finally {
      out().flush();
    }
  }

  private int evaluate() throws IOException {
    if (arguments.isEmpty()) {
      throw new ParameterException(spec().commandLine(), "Missing required parameter: PROGRAM");
    }
    JqProgram program;
    try {
      program = JqProgram.compile(arguments.get(0), JqOptions.DEFAULT.withVariables(variables()));
    } catch (JqSyntaxException e) {
      err().println("jq: " + e.getMessage());
      return NOT_COMPILED;
    }
    int code = DONE;
    for (JsonNode input : inputs()) {
      code = Math.max(code, evaluate(program, input));
    }
    return code;
  }

  private int evaluate(JqProgram program, JsonNode input) {
    try {
      program.each(input, this::print);
      return DONE;
    } catch (JqException e) {
      err().println("jq: error: " + e.getMessage());
      return FAILED;
    }
  }

  private void print(JsonNode value) {
    boolean bare = raw && Json.isText(value);
    out().println(bare ? value.textValue() : compact ? JsonText.of(value) : JsonText.pretty(value));
  }

  private Map<String, JsonNode> variables() {
    Map<String, JsonNode> variables = new HashMap<>();
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      variables.put(texts.get(i), Json.text(texts.get(i + 1)));
    }
    for (int i = 0; i + 1 < values.size(); i += 2) {
      variables.put(values.get(i), JsonFile.one(values.get(i + 1)));
    }
    return variables;
  }

  private List<JsonNode> inputs() throws IOException {
    if (nullInput) {
      return List.of(Json.NULL);
    }
    List<JsonNode> inputs = new ArrayList<>();
    for (String file : arguments.subList(1, arguments.size())) {
      inputs.addAll(JsonFile.all(Files.readAllBytes(Path.of(file))));
    }
    if (arguments.size() == 1) {
      inputs.addAll(JsonFile.all(in.readAllBytes()));
    }
    return slurp ? List.of(Json.array(inputs)) : inputs;
  }

  private PrintWriter out() {
    return spec().commandLine().getOut();
  }

  private PrintWriter err() {
    return spec().commandLine().getErr();
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("jq: not started by picocli");
    }
    return spec;
  }
}
