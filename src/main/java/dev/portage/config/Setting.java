package dev.portage.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One setting: a row of the table that both the reader and the reference documentation come from.
 *
 * @param path where it stands, in snake_case with dots: {@code integration.config.page_size}
 * @param fallback the value when nothing is set, empty for none
 * @param required whether nothing starts without it
 * @param least the smallest number allowed
 * @param most the largest number allowed
 * @param choices the words allowed, whatever their case; empty when the type is not {@link
 *     SettingType#CHOICE}
 * @param synonyms other words by which a choice is known
 * @param aliases other paths that are read when this one is not set
 * @param prefix of the name of its environment variable
 * @param examples of values, as they are written in a YAML file; for editors
 */
public record Setting(
    String path,
    SettingType type,
    String description,
    String fallback,
    boolean required,
    long least,
    long most,
    List<String> choices,
    Map<String, String> synonyms,
    List<String> aliases,
    String prefix,
    List<String> examples) {
  private static final BigDecimal LONGEST = BigDecimal.valueOf(1_000_000_000);

  /** A row with neither default, range, choices nor aliases. */
  static Setting of(String path, SettingType type, String description) {
    return new SettingDraft(path, type, description).done();
  }

  /** This row with a default. */
  Setting defaultsTo(String value) {
    return with(draft -> draft.fallback = value);
  }

  /** This row, without which nothing starts. */
  Setting always() {
    return with(draft -> draft.required = true);
  }

  /** This row with a range, both ends included. */
  Setting between(long low, long high) {
    return with(
        draft -> {
          draft.least = low;
          draft.most = high;
        });
  }

  /** This row with a lower bound. */
  Setting atLeast(long low) {
    return between(low, Long.MAX_VALUE);
  }

  /** This row with the words it may hold. */
  Setting oneOf(String... words) {
    return with(draft -> draft.choices = List.of(words));
  }

  /** This row with another word for one of its choices. */
  Setting meaning(String word, String choice) {
    Map<String, String> all = new HashMap<>(synonyms);
    all.put(word, choice);
    return with(draft -> draft.synonyms = all);
  }

  /** The choice that a text names, whatever its case; empty when it names none. */
  Optional<String> choice(String text) {
    String word = Keys.snake(text.strip());
    return Optional.ofNullable(synonyms.get(word))
        .or(() -> choices.stream().filter(c -> Keys.snake(c).equals(word)).findFirst());
  }

  /** This row with further paths that are read after its own and the earlier ones. */
  Setting alias(String... others) {
    List<String> all = new ArrayList<>(aliases);
    all.addAll(List.of(others));
    return with(draft -> draft.aliases = all);
  }

  /** This row, with an alias of its own that is read before the other ones. */
  Setting preferring(String other) {
    List<String> all = new ArrayList<>(aliases);
    all.remove(other);
    all.add(0, other);
    return with(draft -> draft.aliases = all);
  }

  /** This row, an extension that Ocean does not have, whose variable begins with our own prefix. */
  Setting ours() {
    return with(draft -> draft.prefix = "PORTAGE__");
  }

  /** This row with values as people write them. */
  Setting example(String... values) {
    return with(draft -> draft.examples = List.of(values));
  }

  private Setting with(Consumer<SettingDraft> change) {
    SettingDraft draft = new SettingDraft(this);
    change.accept(draft);
    return draft.done();
  }

  /** The number in a text; empty when it is none, or none that is allowed. */
  Optional<BigDecimal> number(String text) {
    return Texts.number(text)
        .filter(n -> type != SettingType.WHOLE || n.stripTrailingZeros().scale() <= 0)
        .filter(n -> type != SettingType.SECONDS || (n.signum() > 0 && n.compareTo(LONGEST) < 0))
        .filter(n -> n.compareTo(BigDecimal.valueOf(least)) >= 0)
        .filter(n -> n.compareTo(BigDecimal.valueOf(most)) <= 0);
  }

  /** The name of its environment variable. */
  public String variable() {
    return prefix + path.toUpperCase(Locale.ROOT).replace(".", "__");
  }

  /** The last word of the path. */
  public String key() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** What may stand there, in words. */
  public String expected() {
    if (!choices.isEmpty()) {
      return "one of " + String.join(", ", choices);
    }
    if (least == Long.MIN_VALUE) {
      return type.expected() + (type == SettingType.SECONDS ? " above 0" : "");
    }
    return type.expected()
        + (most == Long.MAX_VALUE ? " of at least " + least : " from " + least + " to " + most);
  }
}
