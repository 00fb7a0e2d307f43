package dev.portage.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.http.Masker;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * One JSON object for each line of the log. Always there: {@code time}, {@code level}, {@code
 * logger}, {@code thread}, {@code message}. Where they are known: {@code run}, {@code kind}, {@code
 * endpoint}, {@code page}, {@code status}, {@code attempt}, {@code error}. Every text is masked
 * before it is quoted, so that a secret cannot break the shape of a line.
 */
final class JsonLines extends EncoderBase<ILoggingEvent> {
  /** Where a thread is, by its name in the MDC and in the line. */
  private static final Map<String, String> TEXTS =
      Map.of("event_id", "run", "resource_kind", "kind", "endpoint", "endpoint");

  private final Masker masker;

  /** What the masker hides shows in no line. */
  JsonLines(Masker masker) {
    this.masker = masker;
  }

  @Override
  public byte[] headerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] footerBytes() {
    return new byte[0];
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", event.getInstant().toString());
    line.put("level", event.getLevel().toString());
    line.put("logger", event.getLoggerName());
    line.put("thread", masker.mask(event.getThreadName()));
    where(event.getMDCPropertyMap(), line);
    if (event.getKeyValuePairs() != null) {
      event.getKeyValuePairs().forEach(pair -> put(pair, line));
    }
    line.put("message", masker.mask(event.getFormattedMessage()));
    if (event.getThrowableProxy() != null) {
      line.put("error", masker.mask(ThrowableProxyUtil.asString(event.getThrowableProxy())));
    }
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private void where(Map<String, String> context, ObjectNode line) {
    TEXTS.forEach(
        (name, key) -> {
          String value = context.get(name);
          if (value != null) {
            line.put(key, masker.mask(value));
          }
        });
    String page = context.get("page");
    if (page != null) {
      line.put("page", Integer.parseInt(page));
    }
  }

  /** Numbers stay numbers. */
  private void put(KeyValuePair pair, ObjectNode line) {
    if (pair.value instanceof Number number) {
      line.put(pair.key, number.longValue());
    } else {
      line.put(pair.key, masker.mask(String.valueOf(pair.value)));
    }
  }
}
