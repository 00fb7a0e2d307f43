package dev.portage.config;

import dev.portage.config.Findings.Severity;
import dev.portage.jq.JqOptions;
import dev.portage.jq.JqProgram;
import dev.portage.jq.JqSyntaxException;
import dev.portage.mapping.Expression;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compiles the jq texts of one mapping; the same text is compiled once. */
final class Programs {
  private static final String EXPECTED = "a jq expression";
  private static final Expression NOTHING = new Expression("", JqProgram.compile("null"));

  private final JqOptions options;
  private final Map<String, Compiled> compiled = new HashMap<>();

  /** Nothing is compiled yet; the options are those of every program. */
  Programs(JqOptions options) {
    this.options = options;
  }

  /** A program, or why there is none. */
  private record Compiled(Optional<JqProgram> program, String mistake, int line, int column) {}

  /**
   * An expression without which the resource does not run. When it is wrong, which is noted, one
   * that gives null is handed out so that reading goes on.
   */
  Expression needed(Spot spot) {
    return compile(spot, Severity.STOP).orElse(NOTHING);
  }

  /** An expression that may be missing. */
  Optional<Expression> optional(Spot spot, Severity severity) {
    return spot.isAbsent() ? Optional.empty() : compile(spot, severity);
  }

  /** The expression; empty when it is wrong, which is noted. */
  Optional<Expression> compile(Spot spot, Severity severity) {
    Optional<String> text = spot.text(EXPECTED);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Compiled result = compiled.computeIfAbsent(text.get(), this::compile);
    if (result.program().isEmpty()) {
      spot.add(severity, result.mistake(), EXPECTED, result.line(), result.column());
    }
    return result.program().map(program -> new Expression(spot.path(), program));
  }

  private Compiled compile(String text) {
    if (text.isBlank()) {
      return new Compiled(Optional.empty(), "is empty", 0, 0);
    }
    try {
      return new Compiled(Optional.of(program(text)), "", 0, 0);
    } catch (JqSyntaxException e) {
      String mistake = Texts.quoted(text) + " does not compile: " + oneLine(e);
      return new Compiled(Optional.empty(), mistake, e.line(), e.column());
    }
  }

  /**
   * What is wrong, and what to write instead: the expression itself and its caret need lines of
   * their own.
   */
  private static String oneLine(JqSyntaxException mistake) {
    List<String> lines = String.valueOf(mistake.getMessage()).strip().lines().toList();
    return lines.stream()
        .filter(line -> line.equals(lines.get(0)) || line.startsWith("hint: "))
        .collect(Collectors.joining("; "));
  }

  private JqProgram program(String text) {
    String tolerant = JqText.withDoubleQuotes(text);
    if (tolerant.equals(text)) {
      return JqProgram.compile(text, options);
    }
    // What is jq as it stands has its single quotes inside a text, where they belong.
    try {
      return JqProgram.compile(text, options);
    } catch (JqSyntaxException quotesOutsideOfTexts) {
      return JqProgram.compile(tolerant, options);
    }
  }
}
