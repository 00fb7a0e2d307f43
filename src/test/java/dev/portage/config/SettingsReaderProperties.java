package dev.portage.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever variables hold, they are read or refused by name, and no secret is told. */
class SettingsReaderProperties {
  private static final String CANARY = "canary";
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "true",
          "0",
          "5",
          "-1",
          "1e9",
          "99999999999999999999",
          "[",
          "[1]",
          "{}",
          "{\"a\": {}}",
          "https://a.b",
          "http://",
          "://",
          "page",
          "cursor",
          "custom",
          "basic",
          "api_key",
          "KAFKA",
          "WEBHOOK",
          "${X}",
          "{{.a}}",
          "{{x}}",
          "two words");
  private static final List<String> SECRETS =
      List.of(
          CANARY,
          "{\"a\": [\"canary\"]}",
          "{\"a\": \"canary\\n\"}",
          "{\"a\": \"{{canary}}\"}",
          "{canary",
          "");

  @Provide
  Arbitrary<Map<String, String>> variables() {
    return Arbitraries.of(SettingTable.all()).set().ofMaxSize(12).flatMap(this::values);
  }

  private Arbitrary<Map<String, String>> values(Set<Setting> settings) {
    List<Arbitrary<Map.Entry<String, String>>> all =
        settings.stream()
            .map(setting -> value(setting).map(text -> Map.entry(setting.variable(), text)))
            .toList();
    return Combinators.combine(all)
        .as(
            entries ->
                entries.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Arbitrary<String> value(Setting setting) {
    return Arbitraries.of(setting.type().isSensitive() ? SECRETS : TEXTS);
  }

  @Property(tries = 800)
  void anyVariablesAreReadOrRefusedByName(@ForAll("variables") Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(ConfigTesting.minimal());
    environment.putAll(variables);

    try {
      Settings settings = SettingsReader.read(environment, Path.of("src/test/none"), List.of());
      assertThat(settings.toString()).doesNotContain(CANARY);
    } catch (ConfigException refused) {
      assertThat(refused.problems()).doesNotHaveDuplicates().isNotEmpty();
      assertThat(refused.getMessage()).contains("__").doesNotContain(CANARY);
    }
  }
}
