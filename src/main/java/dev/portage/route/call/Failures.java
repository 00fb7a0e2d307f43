package dev.portage.route.call;

import org.apache.camel.CamelExchangeException;
import org.apache.camel.CamelExecutionException;

/** What an exception says to a person. */
public final class Failures {
  private Failures() {}

  /** The message of what happened, without Camel's wrapping; the type where there is no message. */
  public static String words(Throwable failure) {
    Throwable at = failure;
    while ((at instanceof CamelExecutionException || at instanceof CamelExchangeException)
        && at.getCause() != null) {
      at = at.getCause();
    }
    return at.getMessage() == null ? at.getClass().getSimpleName() : at.getMessage();
  }
}
