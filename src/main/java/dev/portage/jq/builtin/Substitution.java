package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.eval.Collect;
import dev.portage.jq.eval.Env;
import dev.portage.jq.eval.Expr;
import dev.portage.jq.eval.Output;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code sub} and {@code gsub}. The replacement's input is the named groups; its n-th outputs make
 * the n-th result.
 */
final class Substitution extends Expr {
  private final Expr regex;
  private final Expr replacement;
  private final Expr flags;
  private final String added;
  private final Regexes.RegexMemory memory = new Regexes.RegexMemory();

  Substitution(Expr regex, Expr replacement, Expr flags, String added) {
    this.regex = regex;
    this.replacement = replacement;
    this.flags = flags;
    this.added = added;
  }

  @Override
  public boolean isSingle() {
    return regex.isSingle() && flags.isSingle() && replacement.isSingle();
  }

  @Override
  public JsonNode one(Env env, JsonNode in) {
    return results(env, in, regex.one(env, in), flags.one(env, in)).get(0);
  }

  @Override
  public boolean each(Env env, JsonNode in, Output out) {
    return regex.each(
        env,
        in,
        wanted ->
            flags.each(
                env,
                in,
                letters -> {
                  for (JsonNode result : results(env, in, wanted, letters)) {
                    if (!out.emit(result)) {
                      return false;
                    }
                  }
                  return true;
                }));
  }

  private List<JsonNode> results(Env env, JsonNode in, JsonNode wanted, JsonNode letters) {
    Regex compiled = memory.regex(in, wanted, letters, added);
    String text = in.textValue();
    List<StringBuilder> results = new ArrayList<>();
    int[] from = new int[1];
    compiled.each(
        text,
        env.run(),
        match -> {
          String gap = text.substring(from[0], match.start());
          List<JsonNode> inserts = Collect.list(env, compiled.captures(match), replacement);
          append(env, results, gap, inserts);
          from[0] = match.end();
          return true;
        });
    List<JsonNode> values = new ArrayList<>();
    results.forEach(
        result -> values.add(Json.text(result.append(text, from[0], text.length()).toString())));
    return values.isEmpty() ? List.of(in) : values;
  }

  private static void append(
      Env env, List<StringBuilder> results, String gap, List<JsonNode> inserts) {
    for (int i = 0; i < inserts.size(); i++) {
      if (i == results.size()) {
        results.add(new StringBuilder());
      }
      JsonNode insert = inserts.get(i);
      StringBuilder result = results.get(i).append(gap);
      if (!Json.isText(insert) && !insert.isNull()) {
        throw Failure.of(Json.text(result.toString()), insert, "cannot be added");
      }
      result.append(insert.isNull() ? "" : insert.textValue());
      env.run().checkText(result.length());
    }
  }
}
