package dev.portage.http;

import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** How a call failed, as far as it matters for trying again. */
public sealed interface Failure {

  /** An answer that is no success. */
  record Answer(int status, Headers headers) implements Failure {}

  /** No answer. */
  enum Transport implements Failure {
    /** A connection refused, dropped, or too slow. */
    CONNECTION,
    /** A host that the name service does not know. */
    UNKNOWN_HOST,
    /** A certificate that is not trusted, or not for this host. */
    CERTIFICATE
  }

  /** Reads the kind of failure out of an exception and its causes. */
  static Failure of(Throwable thrown) {
    int depth = 0;
    for (Throwable at = thrown; at != null && depth < 20; at = at.getCause()) {
      // Certificate and path validation exceptions are the security exceptions of a handshake.
      if (at instanceof GeneralSecurityException || at instanceof SSLPeerUnverifiedException) {
        return Transport.CERTIFICATE;
      }
      if (at instanceof UnknownHostException) {
        return Transport.UNKNOWN_HOST;
      }
      depth++;
    }
    return Transport.CONNECTION;
  }
}
