package dev.portage.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces secrets in texts by {@code ***}: as they are, URL-encoded, and as they stand in JSON. A
 * form that is made of several secrets, such as the Base64 of {@code user:password}, is a secret of
 * its own and has to be given as one.
 *
 * <p>Secrets of four characters and more are replaced wherever they occur. Those of two or three
 * are replaced only where no letter or digit stands next to them, since "in" or "us" would else
 * destroy every message; a single character is never replaced.
 *
 * <p>Safe for use by several threads.
 */
public final class Masker {
  private static final String MASK = "***";
  private static final int SHORT = 4;
  // Logins go on for months; what the oldest of them gave has expired long ago.
  private static final int REMEMBERED_LOGINS = 200;

  private final Set<String> fixed = new LinkedHashSet<>();
  private final Deque<String> passing = new ArrayDeque<>();
  private volatile List<Pattern> words = List.of();
  private volatile List<String> forms = List.of();

  /** Hides nothing yet. */
  public Masker() {
    this(List.of());
  }

  /** Hides secrets for as long as this lives. */
  public Masker(Collection<Secret> secrets) {
    hide(secrets);
  }

  /** Hides further secrets for as long as this lives: those of the configuration. */
  public synchronized void hide(Collection<Secret> secrets) {
    secrets.forEach(secret -> fixed.add(secret.reveal()));
    arrange();
  }

  /** Hides what a login gave; of the secrets added here, the newest 200 are kept in mind. */
  public synchronized void add(Collection<Secret> secrets) {
    for (Secret secret : secrets) {
      if (!fixed.contains(secret.reveal())) {
        passing.remove(secret.reveal());
        passing.addLast(secret.reveal());
      }
    }
    while (passing.size() > REMEMBERED_LOGINS) {
      passing.removeFirst();
    }
    arrange();
  }

  private void arrange() {
    List<String> all =
        Stream.concat(fixed.stream(), passing.stream())
            .flatMap(Masker::forms)
            .distinct()
            // The longest first: it may contain a shorter one.
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    forms = all.stream().filter(form -> form.length() >= SHORT).toList();
    words =
        all.stream()
            .filter(form -> form.length() > 1 && form.length() < SHORT)
            .map(form -> "(?<![\\p{L}\\p{N}])" + Pattern.quote(form) + "(?![\\p{L}\\p{N}])")
            .map(Pattern::compile)
            .toList();
  }

  private static Stream<String> forms(String secret) {
    if (secret.isBlank()) {
      return Stream.empty();
    }
    String json = new String(JsonStringEncoder.getInstance().quoteAsString(secret));
    String form = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String path = Encoding.everything(secret);
    String query = Encoding.illegalInQuery(secret);
    List<String> all = List.of(secret, json, json.replace("/", "\\/"), form, path, query);
    return Stream.concat(all.stream(), Stream.of(form, path, query).map(Masker::lowerEscapes))
        .flatMap(text -> Arrays.stream(new String[] {text, text.strip()}));
  }

  private static String lowerEscapes(String encoded) {
    return Pattern.compile("%[0-9A-F]{2}")
        .matcher(encoded)
        .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
  }

  /** The text without secrets. */
  public String mask(String text) {
    return mask(text, MASK);
  }

  /** The text with another word in the place of each secret; it must hold neither $ nor \\. */
  String mask(String text, String mark) {
    String masked = text;
    for (String form : forms) {
      masked = masked.contains(form) ? masked.replace(form, mark) : masked;
    }
    for (Pattern word : words) {
      masked = word.matcher(masked).replaceAll(mark);
    }
    return masked;
  }
}
