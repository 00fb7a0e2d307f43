package dev.portage.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Through whom requests go, by the variables that Python's clients read (contract, section 10):
 * {@code HTTP_PROXY}, {@code HTTPS_PROXY}, {@code ALL_PROXY} and {@code NO_PROXY}, each in lower
 * case, too, which wins.
 *
 * @param http for http URLs; null when they are reached directly
 * @param https for https URLs; null when they are reached directly
 * @param direct whom none is used for
 */
public record Proxies(@Nullable ProxyServer http, @Nullable ProxyServer https, NoProxy direct) {

  /** Everything is reached directly. */
  public static final Proxies NONE = new Proxies(null, null, NoProxy.NOBODY);

  /** The variables that name a proxy; the lower case of each comes later and wins. */
  private static final List<String> NAMES =
      List.of("ALL_PROXY", "all_proxy", "HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy");

  /**
   * Reads the environment.
   *
   * @param wrong receives the name of a variable and what is wrong with it, without its value; such
   *     a variable does not count
   */
  public static Proxies of(Map<String, String> environment, Complaints wrong) {
    Map<String, ProxyServer> found = new HashMap<>();
    for (String name : NAMES) {
      String text = environment.getOrDefault(name, "");
      if (!text.isBlank()) {
        try {
          found.put(name.toLowerCase(Locale.ROOT), ProxyServer.parse(text));
        } catch (IllegalArgumentException e) {
          wrong.accept(name, Objects.requireNonNullElse(e.getMessage(), "is no address"));
        }
      }
    }
    String direct = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
    return new Proxies(
        found.get(found.containsKey("http_proxy") ? "http_proxy" : "all_proxy"),
        found.get(found.containsKey("https_proxy") ? "https_proxy" : "all_proxy"),
        NoProxy.parse(direct));
  }

  /**
   * The proxy for a request; empty when its server is reached directly.
   *
   * @param scheme {@code http} or {@code https}
   * @param host name or address
   * @param port negative for the usual one of the scheme
   */
  public Optional<ProxyServer> towards(String scheme, String host, int port) {
    boolean tls = scheme.equalsIgnoreCase("https");
    int actual = port >= 0 ? port : tls ? 443 : 80;
    return direct.covers(host, actual) ? Optional.empty() : Optional.ofNullable(tls ? https : http);
  }

  /** The passwords in it. */
  public List<Secret> secrets() {
    return Stream.of(Optional.ofNullable(http), Optional.ofNullable(https))
        .flatMap(Optional::stream)
        .map(ProxyServer::password)
        .filter(password -> !password.isEmpty())
        .distinct()
        .toList();
  }

  /** Takes what is wrong. */
  @FunctionalInterface
  public interface Complaints {
    /** A variable and what is wrong with its value, without the value. */
    void accept(String variable, String found);
  }
}
