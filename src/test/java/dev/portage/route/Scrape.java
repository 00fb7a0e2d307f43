package dev.portage.route;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code /metrics} shows, read by a parser of our own.
 *
 * @param text as it came
 * @param samples values by name and labels, as they are written
 */
record Scrape(String text, Map<String, Double> samples) {
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[a-zA-Z_]\\w*=\"(?:[^\"\\\\\\n"
              + "]|\\\\.)*\",?)*})? (\\S+)( \\S+)?");

  private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE|UNIT) \\S+ .*|# EOF");

  static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  static Scrape of(int port) throws IOException, InterruptedException {
    return parse(get(port, "/metrics").body());
  }

  /** Refuses a line that is none of the format. */
  static Scrape parse(String text) {
    Map<String, Double> samples = new LinkedHashMap<>();
    for (String line : text.split("\n")) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        String key = sample.group(1) + (sample.group(2) == null ? "" : sample.group(2));
        if (samples.put(key, Double.parseDouble(sample.group(3).replace("Inf", "Infinity")))
            != null) {
          throw new IllegalStateException("twice: " + line);
        }
      } else if (!COMMENT.matcher(line).matches()) {
        throw new IllegalStateException("no line of OpenMetrics: " + line);
      }
    }
    return new Scrape(text, samples);
  }

  /** The names of all samples. */
  Set<String> names() {
    return samples.keySet().stream()
        .map(key -> key.replaceFirst("\\{.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A value by its name and labels as they are written; fails when it is not there. */
  double value(String key) {
    Double value = samples.get(key);
    if (value == null) {
      throw new AssertionError(
          key
              + " is not there; there are "
              + samples.keySet().stream()
                  .filter(other -> other.startsWith(key.replaceFirst("\\{.*", "")))
                  .toList());
    }
    return value;
  }
}
