package dev.portage.route.run;

import org.slf4j.MDC;

/**
 * Where in a run a thread is, for the log that Port shows (contract, section 4.12). Set once for an
 * endpoint or a batch, never for an item; whoever takes over a thread overwrites it.
 */
public final class LogContext {
  private static final String EVENT = "event_id";
  private static final String KIND = "resource_kind";
  private static final String INDEX = "index";
  private static final String PHASE = "etl_phase";
  private static final String ENDPOINT = "endpoint";
  private static final String PAGE = "page";

  private LogContext() {}

  /** A run begins. */
  public static void event(String id) {
    clear();
    MDC.put(EVENT, id);
  }

  /** A part of a run that concerns no single kind. */
  public static void run(Run run, String phase) {
    event(run.record().id().toString());
    MDC.put(PHASE, phase);
  }

  /**
   * A part of a kind.
   *
   * @param phase {@code extract}, {@code transform} or {@code load}
   */
  public static void kind(Run run, KindPlan plan, String phase) {
    MDC.put(EVENT, run.record().id().toString());
    MDC.put(KIND, plan.resource().kind());
    MDC.put(INDEX, Integer.toString(plan.resource().index()));
    MDC.put(PHASE, phase);
    MDC.remove(ENDPOINT);
    MDC.remove(PAGE);
  }

  /** One page of an endpoint of the kind. */
  public static void page(PageRequest request) {
    if (!request.isLogin()) {
      MDC.put(ENDPOINT, request.endpoint().template());
      MDC.put(PAGE, Integer.toString(request.page()));
    }
  }

  /** No run. */
  public static void clear() {
    MDC.remove(EVENT);
    MDC.remove(KIND);
    MDC.remove(INDEX);
    MDC.remove(PHASE);
    MDC.remove(ENDPOINT);
    MDC.remove(PAGE);
  }
}
