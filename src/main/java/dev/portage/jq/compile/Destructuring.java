package dev.portage.jq.compile;

import dev.portage.jq.eval.Matcher;
import dev.portage.jq.eval.Patterns;
import dev.portage.jq.parse.Ast.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compiles the patterns of one {@code as}; every variable gets one slot, whatever the pattern. */
final class Destructuring {
  private final Compiler compiler;
  private final List<Pattern> patterns;
  private final List<String> names = new ArrayList<>();

  Destructuring(Compiler compiler, List<Pattern> patterns) {
    this.compiler = compiler;
    this.patterns = patterns;
    patterns.forEach(this::collect);
  }

  /** One variable that takes the value as it is. */
  static Patterns plain() {
    return new Patterns(List.of(new Matcher.Name(0)), 1);
  }

  private void collect(Pattern pattern) {
    if (pattern instanceof Pattern.Name name) {
      add(name.name());
    } else if (pattern instanceof Pattern.Items items) {
      items.items().forEach(this::collect);
    } else if (pattern instanceof Pattern.Fields fields) {
      fields.fields().forEach(this::collectField);
    }
  }

  private void collectField(Pattern.Field field) {
    if (field.name() != null) {
      add(field.name());
    }
    if (field.value() != null) {
      collect(field.value());
    }
  }

  private void add(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
  }

  /** The scope with the variables. */
  Scope scope(Scope outer) {
    Scope inner = outer;
    for (String name : names) {
      inner = inner.variable(name);
    }
    return inner;
  }

  /** The compiled patterns. */
  Patterns patterns(Scope scope) {
    List<Matcher> matchers = new ArrayList<>();
    patterns.forEach(pattern -> matchers.add(matcher(pattern, scope)));
    return new Patterns(matchers, names.size());
  }

  private Matcher matcher(Pattern pattern, Scope scope) {
    if (pattern instanceof Pattern.Name name) {
      return new Matcher.Name(names.indexOf(name.name()));
    }
    if (pattern instanceof Pattern.Items items) {
      List<Matcher> matchers = new ArrayList<>();
      items.items().forEach(item -> matchers.add(matcher(item, scope)));
      return new Matcher.Items(matchers);
    }
    List<Matcher.Field> fields = new ArrayList<>();
    ((Pattern.Fields) pattern).fields().forEach(field -> fields.add(field(field, scope)));
    return new Matcher.Fields(fields);
  }

  private Matcher.Field field(Pattern.Field field, Scope scope) {
    int slot = field.name() == null ? -1 : names.indexOf(field.name());
    @Nullable Pattern value = field.value();
    return new Matcher.Field(
        slot, compiler.expr(field.key(), scope), value == null ? null : matcher(value, scope));
  }
}
