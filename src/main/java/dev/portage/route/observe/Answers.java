package dev.portage.route.observe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.route.call.JsonBody;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers of the listener. They must not hold what the request did. */
final class Answers {
  private Answers() {}

  static void json(Message message, int status, ObjectNode body) {
    write(message, status, "application/json", JsonBody.write(body));
  }

  static void text(Message message, String type, String body) {
    write(message, 200, type, body);
  }

  private static void write(Message message, int status, String type, Object body) {
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader(Exchange.CONTENT_TYPE, type);
    message.setBody(body);
  }
}
