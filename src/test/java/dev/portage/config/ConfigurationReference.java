package dev.portage.config;

import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code docs/configuration.md} from the table of settings. */
final class ConfigurationReference {
  private static final String SOURCES =
      """
      # Configuration

      This file is generated from the tables of settings and of the mapping; a test compares them. To write it anew:

      ```
      mvn -q test -Dtest='ConfigurationReferenceTest,SchemasTest' -Dportage.write-docs=true
      ```

      Editors complete and check both files by their JSON Schemas, [`portage.schema.json`](schema/portage.schema.json) and
      [`port-app-config.schema.json`](schema/port-app-config.schema.json), which come from the same tables (`portage schema` prints
      them): put `# yaml-language-server: $schema=` and the address or the path of the schema into the first line of a file, as the
      files in `config/` have it. `portage validate` checks what a schema cannot know as well.

      There are two parts: the **connection** (below), which is read once at start, and the
      **mapping** (at the end), which is read at every resync.

      ## Where settings come from

      The first of these that sets a value wins. Objects merge key by key.

      1. The command line.
      2. The process environment.
      3. A `.env` file in the working directory.
      4. A YAML file: the one named by `--config` or `PORTAGE_CONFIG`, else `config.yaml`, else
         `config/portage.yaml` in the working directory.
      5. The default.

      | Rule | Example |
      | --- | --- |
      | Two underscores in the name of a variable separate levels; its case does not matter | `OCEAN__PORT__CLIENT_ID` is `port.client_id` |
      | Words of one level are separated by one underscore | `PAGE_SIZE`, not `PAGESIZE` |
      | A variable that names an object may hold JSON, with keys in camelCase or snake_case | `OCEAN__INTEGRATION__CONFIG='{"baseUrl": "https://api.example.com", "pageSize": 50}'` |
      | JSON and single variables merge; the single variable wins | `OCEAN__EVENT_LISTENER='{"type": "KAFKA"}'` and `OCEAN__EVENT_LISTENER__TYPE=ONCE` is `ONCE` |
      | An empty text counts as unset, except for user name and password | `OCEAN__SCHEDULED_RESYNC_INTERVAL=""` |
      | Booleans | `true`, `1`, `yes`, `on`, `t`, `y` and `false`, `0`, `no`, `off`, `f`, `n`, in any case |
      | In the YAML file, a text of this form is the value of a variable | `client_secret: "{{ from env MY_SECRET }}"` |

      Names that begin with `OCEAN__` may begin with `PORTAGE__` as well. Every mistake is told at start, all of them
      together, and nothing starts; the exit code is 2. A name that is not known has no effect and is told in a warning.
      """;

  private static final String MAPPING =
      """
      ## The mapping

      Port holds it with the data source; `PORTAGE__MAPPING_FILE` takes it from a file instead. `config/port-app-config.yml` is a
      complete example. Keys may be written in camelCase or snake_case.

      | Key | Value | Default | Meaning |
      | --- | --- | --- | --- |
      """;

  private static final String MAPPING_RULES =
      """

      A search query is `{combinator, rules: [{property, operator, value}]}`; every leaf is jq, and a rule may be a search query itself.
      Single quotes around a text count as double quotes, as in `.type == 'Bug'`. Numbers and booleans where jq is expected become text.

      `selector.schedule` is an interval (`90s`, `15m`, `2h`, `1d`, `PT30M`; the first run after one interval) or a cron expression: the
      five fields of Unix (`0 3 * * 1-5`), or the six or seven of Quartz (`0 0 3 ? * MON-FRI`), in the time zone of the process (`TZ`).
      Only this resource is read and written then, nothing is deleted, and Port's resync state stays that of the last full resync.

      | Mistake | What follows |
      | --- | --- |
      | wrong structure: no identifier, a list where text belongs, a threshold outside 0 to 1 | the whole mapping is refused |
      | query, data path, path parameter, identifier, blueprint or itemsToParse does not compile; `{name}` without path parameter; path parameters that need each other; a wrong override | that resource does not run |
      | another field does not compile; a schedule that is none | that field is left out |

      All mistakes are reported together, with their paths. As long as there is one, nothing is deleted that it may concern.
      """;

  private ConfigurationReference() {}

  /** The whole file. */
  static String text() {
    StringBuilder out = new StringBuilder(SOURCES);
    SettingTable.GROUPS.forEach(
        (name, settings) ->
            out.append("\n## ")
                .append(name)
                .append("\n\n| Setting | Variable | Value | Default | Meaning |\n")
                .append("| --- | --- | --- | --- | --- |\n")
                .append(rows(settings)));
    out.append("\n## Accepted without effect\n\n")
        .append("Ocean knows these settings; Portage has no use for them and says nothing.\n\n")
        .append(
            SettingTable.IGNORED.stream()
                .map(path -> "`" + path + "`")
                .collect(Collectors.joining(", ")))
        .append("\n\n");
    out.append(MAPPING);
    MappingTable.reference().forEach((path, key) -> out.append(row(path, key)));
    return out.append(MAPPING_RULES).toString();
  }

  private static String rows(List<Setting> settings) {
    return settings.stream().map(ConfigurationReference::row).collect(Collectors.joining());
  }

  private static String row(Setting setting) {
    String defaults =
        setting.required()
            ? "**required**"
            : setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`";
    String secret = setting.type().isSensitive() && !setting.type().isObject() ? ", secret" : "";
    return "| `%s` | `%s` | %s%s | %s | %s%s |\n"
        .formatted(
            setting.path(),
            setting.variable(),
            setting.expected(),
            secret,
            defaults,
            setting.description(),
            aliases(setting));
  }

  private static String row(String path, MappingKey key) {
    String value = key.rules().map(Setting::expected).orElse(key.shape().words());
    if (key.shape() == MappingShape.METHOD) {
      value = "one of " + String.join(", ", MappingTable.METHODS);
    }
    String fallback =
        key.required()
            ? "**required**"
            : key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`";
    return "| `%s` | %s | %s | %s |\n".formatted(path, value, fallback, key.description());
  }

  private static String aliases(Setting setting) {
    return setting.aliases().isEmpty()
        ? ""
        : setting.aliases().stream()
            .map(
                alias ->
                    "`"
                        + alias.substring(
                            alias.lastIndexOf("config.") < 0 ? 0 : alias.indexOf("config.") + 7)
                        + "`")
            .collect(Collectors.joining(", ", " Also read: ", "."));
  }
}
