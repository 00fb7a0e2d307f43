package dev.portage.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer, read to its end.
 *
 * @param status the HTTP status code
 * @param headers all headers
 * @param body the JSON; a missing node when there was no content
 */
public record ApiResponse(int status, Headers headers, JsonNode body) {

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
