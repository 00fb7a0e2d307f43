package dev.portage.config;

import dev.portage.http.Secret;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The settings of the HTTP listener. */
final class HttpReader {
  private static final List<String> AREAS = List.of("health", "metrics", "page");

  private final SettingValues values;

  HttpReader(SettingValues values) {
    this.values = values;
  }

  /** The settings; parts that are wrong are noted and left out. */
  HttpSettings read() {
    return new HttpSettings(
        values.text(HttpTable.HOST),
        values.whole(HttpTable.PORT),
        new Secret(values.text(HttpTable.TOKEN).strip()),
        open(),
        lower(values.list(HttpTable.ALLOWED_HOSTS)),
        PathPrefix.of(values));
  }

  /** Health is always among them: whoever restarts a container must be able to ask. */
  private Set<String> open() {
    Set<String> areas = new LinkedHashSet<>(lower(values.list(HttpTable.PUBLIC)));
    for (String area : areas) {
      if (!AREAS.contains(area)) {
        values.reject(
            HttpTable.PUBLIC,
            "names \"" + area + "\"",
            "any of " + String.join(", ", AREAS) + Nearest.hint(area, AREAS));
      }
    }
    areas.retainAll(AREAS);
    areas.add("health");
    return areas;
  }

  private static Set<String> lower(List<String> texts) {
    return texts.stream()
        .map(text -> text.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
