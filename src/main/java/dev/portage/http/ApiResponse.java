package dev.portage.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer, read to its end.
 *
 * @param status the HTTP status code
 * @param headers all headers
 * @param body the JSON; a missing node when there was no content
 * @param digest stands for the body as it was sent, so that a page that is sent again is
 *     recognised; see {@link BodyDigest}
 */
public record ApiResponse(int status, Headers headers, JsonNode body, long digest) {

  /** An answer of which only the JSON is known, digested as Jackson writes it. */
  public ApiResponse(int status, Headers headers, JsonNode body) {
    this(status, headers, body, BodyDigest.of(body.toString()));
  }

  /** True for 2xx. */
  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** The status only: headers and body may hold secrets. */
  @Override
  public String toString() {
    return "ApiResponse[" + status + "]";
  }
}
