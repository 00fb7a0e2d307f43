package dev.portage.route.run;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names for routes: readable, safe in endpoint URIs, JMX and metrics, and distinct. */
public final class Slug {
  private static final int LENGTH = 60;

  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /** A name for a kind that no other kind asked for so far has. */
  public String of(String kind) {
    String base = readable(kind);
    String name = base;
    while (!taken.add(name)) {
      name = base + "-" + counts.merge(base, 1, (count, one) -> Math.max(2, count + one));
    }
    return name;
  }

  /**
   * Letters and digits in lower case, everything else one hyphen: {@code /api/v1/users} becomes
   * {@code api-v1-users}.
   */
  static String readable(String kind) {
    String path = kind.replaceFirst("\\?.*$", "");
    String plain = Normalizer.normalize(path, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    String slug =
        plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    String cut = slug.length() > LENGTH ? slug.substring(0, LENGTH).replaceAll("-$", "") : slug;
    return cut.isEmpty() ? "kind" : cut;
  }
}
