package dev.portage.config;

import dev.portage.http.Secret;
import dev.portage.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What settings and mapping hold that must not be shown anywhere. */
public final class KnownSecrets {
  private static final int SHORTEST_CLIENT_ID = 12;

  /**
   * Headers whose values say nothing secret, and would make messages unreadable if they were
   * hidden.
   */
  private static final Set<String> HARMLESS =
      Set.of("accept", "accept-language", "cache-control", "content-type", "user-agent");

  private KnownSecrets() {}

  /** The secrets of the settings. */
  public static List<Secret> in(Settings settings) {
    List<Secret> secrets = new ArrayList<>(settings.source().authentication().secrets());
    secrets.add(settings.port().clientSecret());
    secrets.addAll(settings.run().traces().secrets());
    secrets.add(settings.run().http().token());
    secrets.addAll(settings.network().proxies().secrets());
    if (settings.trigger() instanceof Trigger.Webhook webhook && webhook.token() != null) {
      secrets.add(webhook.token());
    }
    // It counts as sensitive (contract, section 2.5); a short one is a word that stands in every
    // message.
    if (settings.port().clientId().length() >= SHORTEST_CLIENT_ID) {
      secrets.add(new Secret(settings.port().clientId()));
    }
    secrets.addAll(in(settings.source().headers()));
    return secrets;
  }

  /** The secrets of a mapping: its headers may be credentials. */
  public static List<Secret> in(MappingDocument mapping) {
    return mapping.resources().stream()
        .flatMap(resource -> in(resource.selector().request().headers()).stream())
        .toList();
  }

  private static List<Secret> in(Map<String, String> headers) {
    return headers.entrySet().stream()
        .filter(header -> !HARMLESS.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .map(header -> new Secret(header.getValue()))
        .toList();
  }
}
