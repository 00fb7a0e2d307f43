package dev.portage.route.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The files of the status page, from the jar; there are no others. */
final class Assets {
  private static final Map<String, String> TYPES =
      Map.of(
          "status.css", "text/css; charset=utf-8",
          "status.js", "text/javascript; charset=utf-8",
          "icon.svg", "image/svg+xml");

  private final Map<String, byte[]> files = new HashMap<>();

  Assets() {
    TYPES.keySet().forEach(name -> files.put(name, read("/web/" + name)));
  }

  /** The content of one of them. */
  Optional<byte[]> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** Its media type. */
  String type(String name) {
    return TYPES.getOrDefault(name, "application/octet-stream");
  }

  private static byte[] read(String resource) {
    try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(resource))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
