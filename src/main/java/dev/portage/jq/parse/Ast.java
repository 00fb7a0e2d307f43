package dev.portage.jq.parse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The syntax tree of a program. {@code at} is a position in the program text. */
public sealed interface Ast {
  /** {@code .} */
  record Identity() implements Ast {}

  /** {@code ..} */
  record Descend() implements Ast {}

  /** A number, a text without interpolation, true, false, null, {@code $__loc__}. */
  record Constant(JsonNode value) implements Ast {}

  /** The written part of a text with interpolations. */
  record Written(String text) implements Ast {}

  /** A text with interpolations; {@code format} is applied to those. */
  record Template(String format, List<Ast> parts) implements Ast {}

  /** {@code @base64} on its own. */
  record Format(String name, int at) implements Ast {}

  /** {@code term.key}, {@code term[key]}. */
  record Index(Ast term, Ast key) implements Ast {}

  /** {@code term[from:to]}. */
  record Slice(Ast term, @Nullable Ast from, @Nullable Ast to) implements Ast {}

  /** {@code term[]}. */
  record Iterate(Ast term) implements Ast {}

  /** {@code term.key?}: only this access may fail, not the term. */
  record Lenient(Ast access) implements Ast {}

  /** {@code try body catch recovery}; {@code body?} has no recovery. */
  record Try(Ast body, @Nullable Ast recovery) implements Ast {}

  /** {@code a | b | c}. */
  record Pipe(List<Ast> stages) implements Ast {}

  /** {@code a, b, c}. */
  record Comma(List<Ast> parts) implements Ast {}

  /** Arithmetic, comparison, {@code and}, {@code or}, {@code //}. */
  record Binary(String operator, Ast left, Ast right) implements Ast {}

  /** {@code = |= += -= *= /= %= //=}. */
  record Assign(String operator, Ast target, Ast value) implements Ast {}

  /** {@code -term}. */
  record Negate(Ast term) implements Ast {}

  /** {@code if … then … else … end}; without {@code else} the input passes. */
  record If(Ast condition, Ast then, @Nullable Ast otherwise) implements Ast {}

  /** {@code reduce source as $x (init; update)}. */
  record Reduce(Ast source, List<Pattern> patterns, Ast init, Ast update) implements Ast {}

  /** {@code foreach source as $x (init; update; extract)}. */
  record Foreach(Ast source, List<Pattern> patterns, Ast init, Ast update, @Nullable Ast extract)
      implements Ast {}

  /** {@code source as $x ?// [$y] | body}. */
  record Bind(Ast source, List<Pattern> patterns, Ast body) implements Ast {}

  /** {@code def name(parameters): body;} followed by what may use it. */
  record Define(Function function, Ast rest) implements Ast {}

  /** {@code name(arguments)}. */
  record Call(String name, List<Ast> arguments, int at) implements Ast {}

  /** {@code $name}. */
  record Variable(String name, int at) implements Ast {}

  /** {@code label $name | body}. */
  record Label(String name, Ast body) implements Ast {}

  /** {@code break $name}. */
  record Break(String name, int at) implements Ast {}

  /** {@code [body]}. */
  record Collect(@Nullable Ast body) implements Ast {}

  /** <code>{key: value, …}</code>. */
  record Construct(List<Entry> entries) implements Ast {}

  /** One entry of an object; without a value the input's field of that name. */
  record Entry(Ast key, @Nullable Ast value) {}

  /** A definition; a parameter that starts with {@code $} takes values. */
  record Function(String name, List<String> parameters, Ast body) {}

  /** What a value is taken apart with. */
  sealed interface Pattern {
    /** {@code $name}. */
    record Name(String name) implements Pattern {}

    /** {@code [p, …]}. */
    record Items(List<Pattern> items) implements Pattern {}

    /** <code>{key: p, …}</code>. */
    record Fields(List<Field> fields) implements Pattern {}

    /** One field; {@code name} is the variable of {@code $name} and {@code $name: p}. */
    record Field(@Nullable String name, Ast key, @Nullable Pattern value) {}
  }
}
