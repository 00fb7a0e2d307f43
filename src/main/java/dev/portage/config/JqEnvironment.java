package dev.portage.config;

import dev.portage.jq.JqOptions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which environment variables a mapping may read with {@code env} and {@code $ENV} (DESIGN, section
 * 8).
 */
public final class JqEnvironment {
  private static final Pattern SECRET =
      Pattern.compile("TOKEN|SECRET|PASSW|KEY|CREDENTIAL|^OCEAN__|^PORTAGE__");

  private JqEnvironment() {}

  /**
   * What the programs of a mapping may use and see.
   *
   * @param environment of the process
   * @param names exactly those that are visible; null for all whose names do not speak of a secret
   */
  public static JqOptions options(Map<String, String> environment, @Nullable Set<String> names) {
    Map<String, String> visible = new LinkedHashMap<>(environment);
    visible.keySet().removeIf(name -> names == null ? isSecret(name) : !names.contains(name));
    return JqOptions.DEFAULT.withEnvironment(visible);
  }

  private static boolean isSecret(String name) {
    return SECRET.matcher(name.toUpperCase(Locale.ROOT)).find();
  }
}
