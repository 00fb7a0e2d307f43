package dev.portage.route.trace;

/** What a node of the routes is to a trace. */
enum Place {
  /** A kind in a run: the root of a trace. */
  KIND,
  /** What follows after the kinds: the root of a trace. */
  RECONCILIATION,
  /** One page, with all attempts at it. */
  PAGE,
  /** One attempt at the API. */
  SOURCE_CALL,
  /** A batch on its way to Port begins; the step makes calls by itself, too. */
  BATCH,
  /** A batch has its outcome. */
  BATCH_END,
  /** One attempt at Port. */
  PORT_CALL,
  /** A step that makes calls by itself: they belong to what the step belongs to. */
  CALLER,
  /** Where a request to the API gets its headers; it may log in, too. */
  SIGNATURE,
  /** Nothing. */
  NONE;

  /**
   * The place of a node.
   *
   * @param node its id without that of the route
   */
  static Place of(String route, String node) {
    if (node.equals("call-source")) {
      return PAGE;
    }
    return switch (route + "/" + node) {
      case "resync/kind" -> KIND;
      case "resync/reconcile" -> RECONCILIATION;
      case "source-call/attempt", "source-login/attempt" -> SOURCE_CALL;
      case "port-call/attempt", "port-login/attempt" -> PORT_CALL;
      // Not the doTry around them: Camel puts nothing around that.
      case "port-upsert/diff" -> BATCH;
      case "port-upsert/remember" -> BATCH_END;
      case "port-send/sign", "reconcile/retry-unrelated", "reconcile/decide", "reconcile/delete" ->
          CALLER;
      case "source-send/sign" -> SIGNATURE;
      default -> NONE;
    };
  }
}
