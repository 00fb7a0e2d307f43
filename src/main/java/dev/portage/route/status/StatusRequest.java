package dev.portage.route.status;

import dev.portage.http.ApiRequest;

/**
 * A call that tells of a run.
 *
 * @param what it is about, for messages
 * @param signed whether our token goes along
 */
record StatusRequest(String what, ApiRequest request, boolean signed) {

  /** Without the request, whose address may be somebody's secret. */
  @Override
  public String toString() {
    return "StatusRequest[" + what + "]";
  }
}
