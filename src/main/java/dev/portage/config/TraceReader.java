package dev.portage.config;

import dev.portage.http.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the variables of OpenTelemetry (its specification, "Environment Variable Specification").
 * Traces are on when an exporter or an address for them is named. What is not supported is no
 * reason to refuse the start: such variables are often set for all containers of a cluster.
 */
final class TraceReader {
  private static final String DISABLED = "OTEL_SDK_DISABLED";
  private static final String EXPORTER = "OTEL_TRACES_EXPORTER";
  private static final List<String> ADDRESSES =
      List.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT");
  private static final List<String> PROTOCOLS =
      List.of("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL");
  private static final List<String> HEADERS =
      List.of("OTEL_EXPORTER_OTLP_TRACES_HEADERS", "OTEL_EXPORTER_OTLP_HEADERS");
  private static final Pattern USER = Pattern.compile("://([^/?#@]*)@");

  private final Map<String, String> variables = new TreeMap<>();

  /** Takes in what OpenTelemetry knows; a variable that is blank is as one that is not set. */
  TraceReader(Map<String, String> environment) {
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("OTEL_") && !value.isBlank()) {
            variables.put(name, value.strip());
          }
        });
  }

  /** What they say. */
  TraceSettings read(boolean propagate) {
    return isWanted() && warning().isEmpty()
        ? new TraceSettings(true, Map.copyOf(variables), propagate, secrets())
        : TraceSettings.OFF;
  }

  private boolean isWanted() {
    if (value(DISABLED).equalsIgnoreCase("true") || value(EXPORTER).equals("none")) {
      return false;
    }
    return variables.containsKey(EXPORTER) || ADDRESSES.stream().anyMatch(variables::containsKey);
  }

  /** Why no traces are sent although somebody wants them; empty when all is well. */
  Optional<String> warning() {
    if (!isWanted()) {
      return Optional.empty();
    }
    return refused(EXPORTER, "otlp", "otlp or none")
        .or(
            () ->
                PROTOCOLS.stream()
                    .filter(variables::containsKey)
                    .findFirst()
                    .flatMap(name -> refused(name, "http/protobuf", "http/protobuf")));
  }

  private Optional<String> refused(String name, String known, String expected) {
    return variables.getOrDefault(name, known).equals(known)
        ? Optional.empty()
        : Optional.of(
            "%s: is \"%s\", so no traces are sent; expected %s"
                .formatted(name, value(name), expected));
  }

  private String value(String name) {
    return variables.getOrDefault(name, "");
  }

  private List<Secret> secrets() {
    List<Secret> secrets = new ArrayList<>();
    for (String name : HEADERS) {
      for (String header : value(name).split(",")) {
        String text = header.substring(header.indexOf('=') + 1).strip();
        secrets.add(new Secret(text));
        secrets.add(new Secret(decoded(text)));
      }
    }
    for (String name : ADDRESSES) {
      Matcher user = USER.matcher(value(name));
      if (user.find()) {
        secrets.add(new Secret(user.group(1)));
        secrets.add(new Secret(user.group(1).replaceFirst("^[^:]*:", "")));
      }
    }
    return secrets.stream().filter(secret -> !secret.reveal().isBlank()).toList();
  }

  /** Values of headers are percent-encoded there (W3C Baggage); what is not so stays as it is. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
