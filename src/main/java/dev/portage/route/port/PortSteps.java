package dev.portage.route.port;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.portage.auth.Credential;
import dev.portage.http.ApiRequest;
import dev.portage.http.ApiResponse;
import dev.portage.http.Failure;
import dev.portage.http.Headers;
import dev.portage.route.call.CallFailed;
import dev.portage.route.call.HttpMessages;
import dev.portage.route.call.JsonBody;
import dev.portage.route.call.LimitedInput;
import dev.portage.route.call.RequestLog;
import dev.portage.route.call.Stop;
import dev.portage.route.watch.Watched;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the calls in {@code port.camel.yaml}: signing, sending and reading. */
public final class PortSteps {
  private static final Logger LOG = LoggerFactory.getLogger(PortSteps.class);
  private static final Set<Integer> WORTH_ANOTHER_TRY =
      Set.of(401, 408, 425, 429, 500, 502, 503, 504);

  /** Contract, section 4.1: connect, write, and every silence while an answer is read. */
  public static final Duration TIMEOUT = Duration.ofSeconds(60);

  private final PortAccess access;
  private final Stop stop;

  /** Signs and paces calls by what is shared. */
  public PortSteps(PortAccess access, Stop stop) {
    this.access = access;
    this.stop = stop;
  }

  /**
   * Begins a call.
   *
   * @param kind for which it is; null for none
   */
  public PortRequest open(@Body ApiRequest request, @Variable("upsert") @Nullable Watched kind) {
    return new PortRequest(request, false, access.watch(), kind);
  }

  /**
   * Puts the request with its token into the message; pauses before that when Port allows only few
   * calls more.
   */
  public void sign(@Variable("request") PortRequest request, Message message) {
    ApiRequest signed = request.request().withHeader("Accept", "application/json");
    if (!request.isLogin()) {
      Credential token = access.token();
      request.signedWith(token);
      signed = token.withHeaders(signed);
    }
    HttpMessages.write(signed, message);
    if (!request.isLogin()) {
      request.enter(access.pace());
    }
    if (stop.isBegun() && request.deletesEntities()) {
      throw new PortUnavailable("Portage is stopping; nothing is deleted any more", null);
    }
    request.call().sent();
    request.sent();
  }

  /** Port's answer, unless its status asks for another try. */
  public ApiResponse readAnswer(@Variable("request") PortRequest request, Message message)
      throws IOException {
    Headers headers = HttpMessages.headers(message);
    int status = HttpMessages.status(message);
    access.pace().heard(headers);
    LimitedInput body = HttpMessages.body(message, TIMEOUT);
    try (body) {
      if (WORTH_ANOTHER_TRY.contains(status)) {
        throw new CallFailed(new Failure.Answer(status, headers));
      }
      ApiResponse answer = JsonBody.answer(status, headers, body);
      HttpMessages.forget(message);
      return answer;
    } catch (JsonProcessingException e) {
      if (status >= 400) {
        return new ApiResponse(status, headers, MissingNode.getInstance());
      }
      throw new IOException("Port's answer is no JSON", e);
    } finally {
      RequestLog.answered(LOG, request.what(), request.call(), status, body);
      request.answered(status);
      request.leave();
    }
  }
}
