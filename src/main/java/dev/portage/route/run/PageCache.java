package dev.portage.route.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that one resync needs twice, on disk, complete ones only (contract, section 6.10). Who
 * asks for a request that somebody else is making waits for that answer; when it fails, the next
 * one asks himself.
 */
public final class PageCache implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PageCache.class);

  private final ObjectMapper json;
  private final long maxBytes;
  private final AtomicLong bytes = new AtomicLong();
  private final Map<String, CompletableFuture<Optional<Path>>> answers = new ConcurrentHashMap<>();
  private @Nullable Path directory;

  /** An empty cache that keeps at most so many bytes; what does not fit is asked for again. */
  PageCache(ObjectMapper json, long maxBytes) {
    this.json = json;
    this.maxBytes = maxBytes;
  }

  /** What makes two requests the same. */
  public static String key(ApiRequest request) {
    String body =
        request.body() instanceof ApiRequest.Json carried
            ? carried.value().toString()
            : request.body() instanceof ApiRequest.Form form ? form.text() : "";
    String text =
        String.join("\n", request.method(), request.url(), request.headers().toString(), body);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The answer, or null when the caller is to get it, and then has to call {@link #keep} or {@link
   * #release}.
   */
  public @Nullable ApiResponse claim(String key) {
    while (true) {
      CompletableFuture<Optional<Path>> mine = new CompletableFuture<>();
      CompletableFuture<Optional<Path>> other = answers.putIfAbsent(key, mine);
      if (other == null) {
        return null;
      }
      Optional<Path> file = other.join();
      if (file.isPresent()) {
        return read(file.get());
      }
      answers.remove(key, other);
    }
  }

  /** Stores a complete answer for those who wait and those who come. */
  public void keep(String key, ApiResponse answer) {
    CompletableFuture<Optional<Path>> claimed = answers.get(key);
    if (claimed != null) {
      claimed.complete(answer.body().isMissingNode() ? Optional.empty() : write(key, answer));
    }
  }

  /** Tells those who wait that there is no answer; without effect after {@link #keep}. */
  public void release(String key) {
    CompletableFuture<Optional<Path>> claimed = answers.get(key);
    if (claimed != null) {
      claimed.complete(Optional.empty());
    }
  }

  private Optional<Path> write(String key, ApiResponse answer) {
    try {
      byte[] content =
          json.writeValueAsBytes(
              Map.of(
                  "status", answer.status(),
                  "headers", answer.headers().values(),
                  "digest", answer.digest(),
                  "body", answer.body()));
      if (bytes.addAndGet(content.length) > maxBytes) {
        return Optional.empty();
      }
      return Optional.of(Files.write(directory().resolve(key), content));
    } catch (IOException e) {
      LOG.warn(
          "Answers cannot be kept on disk ({}); what is needed twice is asked for twice",
          e.toString());
      return Optional.empty();
    }
  }

  private ApiResponse read(Path file) {
    try {
      JsonNode stored = json.readTree(file.toFile());
      Map<String, List<String>> headers =
          json.convertValue(
              stored.get("headers"),
              json.getTypeFactory()
                  .constructMapType(
                      Map.class,
                      json.constructType(String.class),
                      json.getTypeFactory().constructCollectionType(List.class, String.class)));
      return new ApiResponse(
          stored.get("status").intValue(),
          new Headers(headers),
          stored.get("body"),
          stored.get("digest").longValue());
    } catch (IOException e) {
      throw new UncheckedIOException("an answer kept on disk could not be read back", e);
    }
  }

  private synchronized Path directory() throws IOException {
    if (directory == null) {
      directory = Files.createTempDirectory("portage-");
    }
    return directory;
  }

  /** Removes everything from the disk. */
  @Override
  public synchronized void close() {
    if (directory == null) {
      return;
    }
    try (var files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      LOG.warn("Answers kept in {} could not be removed: {}", directory, e.toString());
    }
    directory = null;
    answers.clear();
  }
}
