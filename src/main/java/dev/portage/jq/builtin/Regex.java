package dev.portage.jq.builtin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.portage.jq.eval.Run;
import dev.portage.jq.value.Failure;
import dev.portage.jq.value.Json;
import dev.portage.jq.value.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One regular expression with its flags, and how jq goes through its matches. */
final class Regex {
  private final Onig.Compiled compiled;
  private final boolean global;
  private final boolean notEmpty;

  private Regex(Onig.Compiled compiled, boolean global, boolean notEmpty) {
    this.compiled = compiled;
    this.global = global;
    this.notEmpty = notEmpty;
  }

  /** Compiles an expression; {@code flags} are jq's letters. */
  static Regex of(String regex, String flags) {
    int options = 0;
    for (int i = 0; i < flags.length(); i++) {
      options |=
          switch (flags.charAt(i)) {
            case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            case 'x' -> Pattern.COMMENTS;
            case 'p', 'm' -> Pattern.DOTALL;
            case 'g', 's', 'n', 'l' -> 0;
            default -> throw new Failure(flags + " is not a valid modifier string");
          };
    }
    return new Regex(
        Onig.compile(regex, options), flags.indexOf('g') >= 0, flags.indexOf('n') >= 0);
  }

  /** Whether there is a match. */
  boolean test(String text, Run run) {
    boolean[] found = new boolean[1];
    each(
        text,
        run,
        match -> {
          found[0] = true;
          return false;
        });
    return found[0];
  }

  /** Hands over the first match, with {@code g} all, until the consumer has enough. */
  void each(String text, Run run, Predicate<Matcher> out) {
    Matcher matcher = compiled.pattern().matcher(new Watched(text, run));
    int from = 0;
    while (from <= text.length() && matcher.find(from)) {
      run.step();
      boolean empty = matcher.end() == matcher.start();
      from = matcher.end();
      if (empty) {
        from += from < text.length() ? Character.charCount(text.codePointAt(from)) : 1;
      }
      boolean skipped = empty && notEmpty;
      if (!skipped && (!out.test(matcher) || !global)) {
        return;
      }
    }
  }

  /** A match as {@code match} gives it; {@code counter} turns positions into code points. */
  JsonNode toJson(Matcher match, CodePoints counter) {
    Map<String, JsonNode> fields = place(match, 0, counter);
    List<JsonNode> captures = new ArrayList<>(match.groupCount());
    for (int i = 1; i <= match.groupCount(); i++) {
      Map<String, JsonNode> capture = place(match, i, counter);
      @Nullable String name = compiled.names().get(i - 1);
      capture.put("name", name == null ? Json.NULL : Json.text(name));
      captures.add(Json.object(capture));
    }
    fields.put("captures", Json.array(captures));
    return Json.object(fields);
  }

  private static Map<String, JsonNode> place(Matcher match, int group, CodePoints counter) {
    String text = match.group(group);
    long offset = text == null ? -1 : counter.before(match.start(group));
    long length = text == null ? 0 : text.codePointCount(0, text.length());
    Map<String, JsonNode> fields = new LinkedHashMap<>(8);
    fields.put("offset", Numbers.of(offset));
    fields.put("length", Numbers.of(length));
    fields.put("string", text == null ? Json.NULL : Json.text(text));
    return fields;
  }

  /** The named groups of a match. */
  JsonNode captures(Matcher match) {
    Map<String, JsonNode> fields = new LinkedHashMap<>();
    for (int i = 1; i <= match.groupCount(); i++) {
      @Nullable String name = compiled.names().get(i - 1);
      if (name != null) {
        fields.put(name, group(match, i));
      }
    }
    return Json.object(fields);
  }

  /** What {@code scan} gives: the groups where there are some, else the whole match. */
  static JsonNode scanned(Matcher match) {
    if (match.groupCount() == 0) {
      return group(match, 0);
    }
    List<JsonNode> groups = new ArrayList<>(match.groupCount());
    for (int i = 1; i <= match.groupCount(); i++) {
      groups.add(group(match, i));
    }
    return Json.array(groups);
  }

  private static JsonNode group(Matcher match, int group) {
    String text = match.group(group);
    return text == null ? Json.NULL : Json.text(text);
  }
}
