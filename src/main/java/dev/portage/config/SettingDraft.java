package dev.portage.config;

import java.util.List;
import java.util.Map;

/** A row of the table of settings while it is written. */
final class SettingDraft {
  private final String path;
  private final SettingType type;
  private final String description;

  String fallback = "";
  boolean required;
  long least = Long.MIN_VALUE;
  long most = Long.MAX_VALUE;
  List<String> choices = List.of();
  Map<String, String> synonyms = Map.of();
  List<String> aliases = List.of();
  String prefix;
  List<String> examples = List.of();

  /** A row that says nothing but what it is. */
  SettingDraft(String path, SettingType type, String description) {
    this.path = path;
    this.type = type;
    this.description = description;
    this.prefix = path.startsWith("application.") ? "" : "OCEAN__";
  }

  /** A row that is to differ from another. */
  SettingDraft(Setting row) {
    this(row.path(), row.type(), row.description());
    fallback = row.fallback();
    required = row.required();
    least = row.least();
    most = row.most();
    choices = row.choices();
    synonyms = row.synonyms();
    aliases = row.aliases();
    prefix = row.prefix();
    examples = row.examples();
  }

  /** The row. */
  Setting done() {
    return new Setting(
        path,
        type,
        description,
        fallback,
        required,
        least,
        most,
        choices,
        synonyms,
        aliases,
        prefix,
        examples);
  }
}
