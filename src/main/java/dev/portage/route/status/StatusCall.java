package dev.portage.route.status;

import dev.portage.route.port.PortRequest;

/**
 * A call that tells of a run; for one exchange.
 *
 * @param request what is told, and of what
 * @param sent what becomes of it on its way
 */
record StatusCall(StatusRequest request, PortRequest sent) {

  /** A call that has not been sent yet. */
  static StatusCall of(StatusRequest request) {
    return new StatusCall(request, new PortRequest(request.request()));
  }
}
