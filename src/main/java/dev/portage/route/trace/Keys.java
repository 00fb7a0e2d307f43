package dev.portage.route.trace;

import io.opentelemetry.api.common.AttributeKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The attributes of spans; where OpenTelemetry has a name for something, it is that. */
final class Keys {
  static final AttributeKey<String> RUN = AttributeKey.stringKey("portage.run");
  static final AttributeKey<String> KIND = AttributeKey.stringKey("portage.kind");
  static final AttributeKey<Long> PAGE = AttributeKey.longKey("portage.page");
  static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("portage.attempt");
  static final AttributeKey<Long> ENTITIES = AttributeKey.longKey("portage.entities");
  static final AttributeKey<String> STATE = AttributeKey.stringKey("portage.state");
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
  static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  /** A key keeps its name as bytes, for the export. */
  private static final Map<String, AttributeKey<Long>> COUNTS = new ConcurrentHashMap<>();

  private Keys() {}

  /** A count of items, entities or pages by what became of them. */
  static AttributeKey<Long> count(String what) {
    return COUNTS.computeIfAbsent(what, name -> AttributeKey.longKey("portage.count." + name));
  }
}
