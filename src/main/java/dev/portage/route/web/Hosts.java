package dev.portage.route.web;

import dev.portage.config.HttpSettings;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * By which names the listener answers. A page of a stranger whose name suddenly leads to this
 * machine (DNS rebinding) still sends that stranger's name as {@code Host}.
 *
 * @param addresses whether every address will do
 * @param names whether every name will do
 * @param allowed names that will do, in lower case; loopback ones do in any case
 */
record Hosts(boolean addresses, boolean names, Set<String> allowed) {
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::\\d{1,5})?");

  private static final Pattern ADDRESS = Pattern.compile("\\[.*]|\\d{1,3}(\\.\\d{1,3}){3}");

  private static final Refusal NONE =
      new Refusal(400, "Host: is missing or no host; expected one name or address");

  private static final Refusal STRANGE =
      new Refusal(
          403,
          "Host: is none of this listener's names; expected localhost or one of"
              + " PORTAGE__HTTP__ALLOWED_HOSTS");

  /**
   * The rule of settings. On loopback only loopback names and what is allowed. Exposed, every name,
   * since what is open there is open to all, and a browser keeps the token for the name that it was
   * typed for; but where names are allowed, only these, and addresses.
   *
   * @param publicName the name at which Port calls; empty for none
   */
  static Hosts of(HttpSettings settings, String publicName) {
    Set<String> allowed = new HashSet<>(settings.allowedHosts());
    boolean names = settings.isExposed() && allowed.isEmpty();
    allowed.add(publicName);
    return new Hosts(settings.isExposed(), names, Set.copyOf(allowed));
  }

  /** Looks at the header; empty when it is right. */
  Optional<Refusal> refusal(Ask ask) {
    Matcher host = HOST.matcher(ask.header("Host").toLowerCase(Locale.ROOT));
    if (ask.count("Host") != 1 || !host.matches()) {
      return Optional.of(NONE);
    }
    return admits(host.group(1)) ? Optional.empty() : Optional.of(STRANGE);
  }

  private boolean admits(String host) {
    return names
        || HttpSettings.isLoopback(host)
        || allowed.contains(host)
        || (addresses && ADDRESS.matcher(host).matches());
  }
}
