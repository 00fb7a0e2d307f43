package dev.portage.route.call;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.portage.http.ApiResponse;
import dev.portage.http.Headers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON with every number exactly as it was written. */
public final class JsonBody {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([^\\s;\"]+)", Pattern.CASE_INSENSITIVE);

  /** A length below {@link #LARGE}. */
  private static final Pattern SMALL = Pattern.compile("\\d{1,6}");

  private static final Pattern NAME = Pattern.compile("[\\w.:+-]+");

  /** Shared by all who read or write JSON here. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /**
   * Bytes from which on a body is large: smaller ones are trees, which are read once and not twice.
   */
  static final int LARGE = 1024 * 1024;

  private JsonBody() {}

  /**
   * Reads a body to its end and closes it. UTF-8, UTF-16 and UTF-32 are recognised, with a byte
   * order mark or without; another charset has to be named by the content type.
   *
   * @return a missing node when there is no content
   * @throws IOException when the connection breaks or the text is no JSON
   */
  public static JsonNode read(@Nullable InputStream body, Optional<String> contentType)
      throws IOException {
    if (body == null) {
      return MissingNode.getInstance();
    }
    try (body) {
      return tree(body, contentType.map(JsonBody::charset).orElse(UTF_8));
    }
  }

  private static JsonNode tree(InputStream text, Charset charset) throws IOException {
    // Jackson finds out itself which of these it is.
    JsonNode value =
        charset.name().startsWith("UTF-")
            ? MAPPER.readTree(text)
            : MAPPER.readTree(new InputStreamReader(text, charset));
    return value == null ? MissingNode.getInstance() : value;
  }

  /**
   * An answer whose body is read to its end.
   *
   * @param body null when there is no content
   * @throws IOException see {@link #read}
   */
  public static ApiResponse answer(int status, Headers headers, @Nullable LimitedInput body)
      throws IOException {
    JsonNode json = read(body, headers.first("Content-Type"));
    return body == null
        ? new ApiResponse(status, headers, json)
        : new ApiResponse(status, headers, json, body.digest());
  }

  /**
   * The same, where whoever reads the answer asks lists only for their size and their elements,
   * which stay text in a large body.
   *
   * @throws IOException see {@link #read}
   */
  public static ApiResponse listing(int status, Headers headers, @Nullable LimitedInput body)
      throws IOException {
    if (body == null || isSmall(headers)) {
      return answer(status, headers, body);
    }
    byte[] begin = body.readNBytes(LARGE);
    Charset charset = headers.first("Content-Type").map(JsonBody::charset).orElse(UTF_8);
    return new ApiResponse(status, headers, listing(begin, body, charset), body.digest());
  }

  /** Said so by the answer, which then ends there: a length counts where nothing is chunked. */
  private static boolean isSmall(Headers headers) {
    String length = headers.first("Content-Length").orElse("");
    return SMALL.matcher(length).matches() && headers.first("Transfer-Encoding").isEmpty();
  }

  private static JsonNode listing(byte[] begin, InputStream rest, Charset charset)
      throws IOException {
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(begin), rest);
    return begin.length == LARGE && charset.equals(UTF_8)
        ? LargeBody.read(whole.readAllBytes())
        : tree(whole, charset);
  }

  private static Charset charset(String contentType) {
    // Nearly all say one of these; they are looked at for each answer.
    if (contentType.equals("application/json")
        || contentType.equals("application/json; charset=utf-8")) {
      return UTF_8;
    }
    Matcher named = CHARSET.matcher(contentType);
    boolean known = named.find() && isSupported(named.group(1));
    return known ? Charset.forName(named.group(1).toUpperCase(Locale.ROOT)) : UTF_8;
  }

  private static boolean isSupported(String name) {
    return NAME.matcher(name).matches() && Charset.isSupported(name);
  }

  /** The value as JSON text in UTF-8, without blanks. */
  public static byte[] write(JsonNode value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new IllegalStateException("JSON that cannot be written", e);
    }
  }
}
