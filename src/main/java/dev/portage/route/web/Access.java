package dev.portage.route.web;

import dev.portage.config.HttpSettings;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may ask what (ADR 0017): a pure function of the settings and of what is asked.
 *
 * @param exposed whether callers may come from another machine
 * @param token what they must present
 * @param open the areas that can be read without it
 * @param hosts by which names the listener answers
 */
record Access(boolean exposed, Token token, Set<Area> open, Hosts hosts) {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

  /** Nobody has to send us more bytes than that. */
  static final long LARGEST_BODY = 1024L * 1024;

  private static final Refusal METHOD =
      new Refusal(405, "method: is not known here; expected GET, HEAD or POST");

  private static final Refusal TOO_LONG =
      new Refusal(413, "body: is longer than 1 MiB; expected less");

  private static final Refusal NO_TOKEN =
      new Refusal(
          403,
          "PORTAGE__HTTP__TOKEN: is not set; expected a token, since this listener can be reached"
              + " from other machines");

  private static final Refusal WRONG_TOKEN =
      new Refusal(
          401,
          "Authorization: is not the token; expected PORTAGE__HTTP__TOKEN as Bearer, or as the"
              + " password of any user");

  /**
   * The rules of settings.
   *
   * @param publicName the name at which Port calls; empty for none
   */
  static Access of(HttpSettings settings, String publicName) {
    Set<Area> open =
        settings.open().stream()
            .map(name -> Area.valueOf(name.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return new Access(
        settings.isExposed(),
        new Token(settings.token()),
        Set.copyOf(open),
        Hosts.of(settings, publicName));
  }

  /** Why it is not answered; empty when it is. */
  Optional<Refusal> refusal(Ask ask) {
    return Target.refusal(ask.path())
        .or(() -> hosts.refusal(ask))
        .or(() -> method(ask))
        .or(() -> CrossSite.refusal(ask))
        .or(() -> length(ask))
        .or(() -> permission(ask));
  }

  private static Optional<Refusal> method(Ask ask) {
    return METHODS.contains(ask.method()) ? Optional.empty() : Optional.of(METHOD);
  }

  private static Optional<Refusal> length(Ask ask) {
    String length = ask.header("Content-Length");
    boolean tooLong =
        length.length() > 9 || (length.matches("\\d+") && Long.parseLong(length) > LARGEST_BODY);
    return tooLong ? Optional.of(TOO_LONG) : Optional.empty();
  }

  private Optional<Refusal> permission(Ask ask) {
    Area area = ask.area();
    boolean free = area == Area.WEBHOOK || (ask.isReading() && open.contains(area));
    boolean trusted = !exposed && !token.isSet();
    if (free || trusted || token.isIn(ask)) {
      return Optional.empty();
    }
    return Optional.of(token.isSet() ? WRONG_TOKEN : NO_TOKEN);
  }
}
