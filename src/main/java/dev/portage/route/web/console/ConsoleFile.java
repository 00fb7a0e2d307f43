package dev.portage.route.web.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A file of Hawtio's page, as it lies in the jar. */
final class ConsoleFile {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._/-]*");

  /** The build has put a hash of the content into such a name. */
  private static final Pattern HASHED = Pattern.compile(".*\\.[0-9a-f]{8,}\\..*");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "txt", "text/plain; charset=utf-8",
          "ico", "image/x-icon",
          "png", "image/png",
          "jpg", "image/jpeg",
          "woff2", "font/woff2");

  private final String name;
  private final byte[] content;

  private ConsoleFile(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  /**
   * The file of that name; empty when there is none.
   *
   * @param name with folders, without a slash at its beginning
   */
  static Optional<ConsoleFile> find(String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (InputStream in = ConsoleFile.class.getResourceAsStream("/hawtio/" + name)) {
      return in == null ? Optional.empty() : Optional.of(new ConsoleFile(name, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is in it; not to be changed. */
  byte[] content() {
    return content;
  }

  /** Its media type. */
  String type() {
    return TYPES.getOrDefault(extension(), "application/octet-stream");
  }

  private String extension() {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** How long a browser may keep it. */
  String caching() {
    return HASHED.matcher(name).matches() ? "private, max-age=31536000, immutable" : "no-cache";
  }

  /** Another one whenever the content is another one; weak, since it may be compressed or not. */
  String tag() {
    return "W/" + opaque();
  }

  /**
   * Whether a browser holds this content already.
   *
   * @param known the tags it holds, as {@code If-None-Match} lists them; a proxy on the way may
   *     have made weak ones strong
   */
  boolean isAmong(@Nullable String known) {
    return known != null && known.contains(opaque());
  }

  private String opaque() {
    CRC32 sum = new CRC32();
    sum.update(content);
    return "\"%x-%x\"".formatted(content.length, sum.getValue());
  }

  /** Whether it becomes much smaller when it is compressed. */
  boolean isText() {
    String type = type();
    return type.startsWith("text/") || type.endsWith("json") || type.endsWith("svg+xml");
  }

  /** The content, compressed. */
  byte[] compressed() {
    ByteArrayOutputStream all = new ByteArrayOutputStream(content.length / 3);
    try (GZIPOutputStream out = new GZIPOutputStream(all)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all.toByteArray();
  }
}
