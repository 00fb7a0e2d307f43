package dev.portage.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of settings over all sources. A value that is wrong is noted as a problem, once, and
 * its default is given instead, so that reading goes on and finds the next mistake.
 */
final class SettingValues {
  private static final Pattern SHAPE = Pattern.compile("([\\w.\\[\\]-]+): (.+); expected (.+)");

  private final Map<String, Found> values = new LinkedHashMap<>();
  private final Set<Problem> problems = new LinkedHashSet<>();

  /** Puts the layers over each other, the weakest first. */
  SettingValues(List<Layer> layers) {
    for (Layer layer : layers) {
      layer.values().forEach((path, found) -> values.merge(path, found, Found::under));
      problems.addAll(layer.problems());
    }
  }

  /** All values by path. */
  Map<String, Found> all() {
    return values;
  }

  /** Every mistake so far. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** True when a value, right or wrong, is set. */
  boolean isSet(Setting setting) {
    return found(setting).isPresent();
  }

  /**
   * The text; the default, or an empty one, when none is set. A line break at its end, which
   * secrets in files often have, is no part of it.
   */
  String text(Setting setting) {
    return read(setting, text -> Optional.of(text.replaceFirst("[\\r\\n]+$", "")))
        .orElse(setting.fallback());
  }

  /** The text, when there is one or a default. */
  Optional<String> optional(Setting setting) {
    return Optional.of(text(setting)).filter(text -> !text.isEmpty());
  }

  /** The word of the setting's choices, in the form in which they are documented. */
  String choice(Setting setting) {
    return read(setting, setting::choice).orElse(setting.fallback());
  }

  /** The whole number; the default, or 0, when none is set. */
  int whole(Setting setting) {
    return optionalWhole(setting)
        .orElseGet(() -> setting.fallback().isEmpty() ? 0 : Integer.parseInt(setting.fallback()));
  }

  /** The whole number, when one is set. */
  Optional<Integer> optionalWhole(Setting setting) {
    return read(setting, text -> setting.number(text).map(BigDecimal::intValueExact));
  }

  /** The time, when one is set or has a default. */
  Optional<Duration> seconds(Setting setting) {
    return read(setting, setting::number)
        .or(() -> Texts.number(setting.fallback()))
        .map(seconds -> Duration.ofMillis(seconds.movePointRight(3).longValue()));
  }

  /** The boolean; the default when none is set. */
  boolean yes(Setting setting) {
    return read(setting, Texts::yesNo).orElse(setting.fallback().equals("true"));
  }

  /** The texts of a list; empty when none is set. */
  List<String> list(Setting setting) {
    return found(setting)
        .map(found -> Layer.list(found.value()).orElseGet(() -> wrong(setting, List.of())))
        .orElse(List.of());
  }

  /** The object; empty when none is set. */
  ObjectNode object(Setting setting) {
    return found(setting)
        .map(Found::value)
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  /** The object as texts by name; numbers and booleans become text. */
  Map<String, String> texts(Setting setting) {
    Map<String, String> all = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : object(setting).properties()) {
      Texts.scalar(entry.getValue())
          .ifPresentOrElse(
              text -> all.put(entry.getKey(), text),
              () ->
                  rejectAt(
                      where(setting) + ", key " + entry.getKey(),
                      "is " + Texts.kind(entry.getValue()),
                      "a text"));
    }
    return all;
  }

  /** Notes a mistake in a setting. */
  void reject(Setting setting, String found, String expected) {
    rejectAt(where(setting), found, expected);
  }

  /** Notes that a setting is missing, and the unknown name that was probably meant to be it. */
  void rejectMissing(Setting setting, String expected) {
    String slip =
        UnknownSettings.like(setting, this).map(n -> "; " + n + " is not known").orElse("");
    reject(setting, "is missing" + slip, expected);
  }

  /**
   * Notes what the constructor of a variant refuses. Where its message has our shape, it names the
   * setting itself.
   */
  void reject(Setting chosen, IllegalArgumentException refusal) {
    String message = String.valueOf(refusal.getMessage());
    Matcher shape = SHAPE.matcher(message);
    if (!shape.matches()) {
      reject(chosen, "cannot be used: " + message, "settings that fit it");
      return;
    }
    String where =
        SettingTable.at(SourceTable.ROOT + shape.group(1)).map(this::where).orElse(shape.group(1));
    rejectAt(where, shape.group(2), shape.group(3));
  }

  /** Notes a mistake at a place that is no single setting. */
  void rejectAt(String where, String found, String expected) {
    problems.add(new Problem(where, found, expected));
  }

  /** The name under which the author of the configuration knows the setting. */
  String where(Setting setting) {
    return found(setting).map(Found::where).orElse(setting.variable());
  }

  /** The value of the strongest source; within one source the setting's own name wins. */
  Optional<Found> found(Setting setting) {
    Optional<Found> best = Optional.ofNullable(values.get(setting.path()));
    for (String alias : setting.aliases()) {
      Found other = values.get(alias);
      if (other != null && (best.isEmpty() || other.rank() > best.get().rank())) {
        best = Optional.of(other);
      }
    }
    return best;
  }

  private <T> Optional<T> read(Setting setting, Function<String, Optional<T>> parse) {
    Optional<Found> found = found(setting);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    return Texts.scalar(found.get().value())
        .flatMap(parse)
        .or(() -> wrong(setting, Optional.empty()));
  }

  private <T> T wrong(Setting setting, T instead) {
    JsonNode value = found(setting).map(Found::value).orElseThrow();
    String shown =
        setting.type().isSensitive() ? "is " + Texts.hidden(value) : "is " + Texts.shown(value);
    String hint =
        setting.choices().isEmpty() ? "" : Nearest.hint(value.asText(), setting.choices());
    reject(setting, shown, setting.expected() + hint);
    return instead;
  }
}
