package dev.portage.config;

import static dev.portage.config.SourceTable.ALLOWED_HOSTS;
import static dev.portage.config.SourceTable.BASE_URL;
import static dev.portage.config.SourceTable.CLIENT_TIMEOUT;
import static dev.portage.config.SourceTable.CUSTOM_HEADERS;
import static dev.portage.config.SourceTable.MAX_CONCURRENT_REQUESTS;
import static dev.portage.config.SourceTable.MAX_PAGES;
import static dev.portage.config.SourceTable.TIMEOUT;
import static dev.portage.config.SourceTable.VERIFY_TLS;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.portage.http.Urls;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Settings of the source API (contract, section 2.5). */
final class SourceReader {
  private final SettingValues values;
  private final Variables variables;

  /** Variables are those that {@code custom_headers} may refer to. */
  SourceReader(SettingValues values, Variables variables) {
    this.values = values;
    this.variables = variables;
  }

  /** The settings; parts that are wrong are noted and have their default. */
  SourceSettings read() {
    String baseUrl = Addresses.base(values, BASE_URL);
    return new SourceSettings(
        baseUrl,
        new AuthenticationReader(values, baseUrl).read(),
        new PaginationReader(values).read(),
        timeout(),
        values.yes(VERIFY_TLS),
        values.whole(MAX_CONCURRENT_REQUESTS),
        headers(),
        origins(baseUrl),
        values.whole(MAX_PAGES));
  }

  private Duration timeout() {
    return values.seconds(TIMEOUT).or(() -> values.seconds(CLIENT_TIMEOUT)).orElseThrow();
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    values.texts(CUSTOM_HEADERS).forEach((name, text) -> header(headers, name, text));
    return headers;
  }

  private void header(Map<String, String> headers, String name, String text) {
    String value = variables.substitute(text);
    HeaderRules.mistake(name, value)
        .ifPresentOrElse(
            mistake ->
                values.rejectAt(
                    values.where(CUSTOM_HEADERS) + ", key " + name,
                    mistake,
                    "a header of one line"),
            () -> headers.put(name, value));
  }

  private Set<String> origins(String baseUrl) {
    Set<String> origins = new LinkedHashSet<>();
    String scheme = baseUrl.startsWith("http://") ? "http://" : "https://";
    for (String host : values.list(ALLOWED_HOSTS)) {
      String url = host.contains("://") ? host : scheme + host;
      if (Addresses.mistake(url).isPresent()) {
        values.reject(
            ALLOWED_HOSTS,
            "holds " + Texts.shown(TextNode.valueOf(host)),
            "hosts such as api.example.com");
      } else {
        origins.add(Urls.origin(url));
      }
    }
    return origins;
  }
}
