package dev.portage.route.trigger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portage.route.call.JsonBody;
import dev.portage.trigger.Trigger;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** The steps of the route {@code trigger-webhook} (contract, section 7.7). */
public final class WebhookSteps {
  private final Trigger.Webhook webhook;

  WebhookSteps(Trigger.Webhook webhook) {
    this.webhook = webhook;
  }

  /** Whether the caller may ask for a resync. */
  public boolean authorized(@Header("Authorization") @Nullable String authorization) {
    return webhook.admits(authorization);
  }

  /** A resync will run. */
  public void accept(Message message) {
    answer(message, 202, JsonNodeFactory.instance.objectNode().put("ok", true));
  }

  /** No resync: the caller has not shown that it may ask for one. */
  public void refuse(Message message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("ok", false);
    answer(
        message,
        401,
        body.put("error", "unauthorized")
            .put("message", "Authorization: is not the token; expected Bearer and the token"));
    message.setHeader("WWW-Authenticate", "Bearer");
  }

  /** The answer must not hold what the request did: Camel would send its headers back. */
  private static void answer(Message message, int status, ObjectNode body) {
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    message.setBody(JsonBody.write(body));
  }
}
