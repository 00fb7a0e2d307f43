package dev.portage.jq.compile;

import dev.portage.jq.builtin.Library;
import dev.portage.jq.eval.Definition;
import dev.portage.jq.parse.Ast;
import dev.portage.jq.parse.Parser;
import dev.portage.jq.parse.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The functions that are written in jq; compiled once, when the first program is. */
final class Prelude {
  private static final String RESOURCE = "/dev/portage/jq/prelude.jq";

  private final Map<String, Definition> definitions = new HashMap<>();

  private Prelude() {
    Source source = new Source(text());
    Compiler compiler = new Compiler(source, Map.of(), this);
    Ast rest = Parser.parse(source);
    while (rest instanceof Ast.Define define) {
      Ast.Function function = define.function();
      Scope scope = compiler.define(function, Scope.EMPTY);
      Scope.Callee callee = scope.callee(function.name(), function.parameters().size());
      Definition definition = callee == null ? null : callee.definition();
      if (definition != null) {
        definitions.put(function.name() + "/" + function.parameters().size(), definition);
      }
      rest = define.rest();
    }
  }

  private static final class Holder {
    static final Prelude INSTANCE = new Prelude();
  }

  static Prelude get() {
    return Holder.INSTANCE;
  }

  @Nullable Definition definition(String name, int arity) {
    return definitions.get(name + "/" + arity);
  }

  /** All functions, in jq and in Java. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(definitions.keySet());
    names.addAll(Library.names());
    names.add("builtins/0");
    return names;
  }

  private static String text() {
    try (InputStream in = Prelude.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("jq: " + RESOURCE + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
