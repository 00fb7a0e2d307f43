package dev.portage.auth;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The credential in use, shared by all calls to one API. However many calls need a new one at the
 * same time, one of them logs in and the others wait for it.
 */
public final class CredentialCache {
  private final Clock clock;
  private @Nullable Credential cached;
  private @Nullable CompletableFuture<Credential> underway;

  /** An empty cache. */
  public CredentialCache(Clock clock) {
    this.clock = clock;
  }

  /**
   * The credential to sign with. Logs in when there is none, or the one there is has to be renewed;
   * a failed login is seen by all who waited for it, and the next caller tries again.
   *
   * @throws RuntimeException what the login threw
   * @throws AuthenticationException when the thread was interrupted while it waited
   */
  public Credential current(LoginCall call) {
    CompletableFuture<Credential> flight;
    synchronized (this) {
      if (cached != null && isGood(cached)) {
        return cached;
      }
      if (underway != null) {
        flight = underway;
      } else {
        flight = null;
        underway = new CompletableFuture<>();
      }
    }
    return flight == null ? logIn(call) : await(flight);
  }

  private boolean isGood(Credential credential) {
    Instant renewAt = credential.renewAt();
    return renewAt == null || clock.instant().isBefore(renewAt);
  }

  private Credential logIn(LoginCall call) {
    Credential fresh;
    try {
      fresh = call.logIn();
    } catch (RuntimeException | Error e) {
      landed(null).completeExceptionally(e);
      throw e;
    }
    landed(fresh).complete(fresh);
    return fresh;
  }

  private synchronized CompletableFuture<Credential> landed(@Nullable Credential fresh) {
    CompletableFuture<Credential> flight = underway;
    cached = fresh;
    underway = null;
    if (flight == null) {
      throw new IllegalStateException("a login ended that had not begun");
    }
    return flight;
  }

  private static Credential await(CompletableFuture<Credential> flight) {
    try {
      return flight.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AuthenticationException("interrupted while another call was logging in", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AuthenticationException("the login of another call failed", e);
    }
  }

  /**
   * To be called when an API refused a credential (401): the next {@link #current} logs in again,
   * unless someone has by now.
   */
  @SuppressWarnings("ReferenceEquality") // the very one that was handed out, not one that equals it
  public synchronized void reject(Credential used) {
    if (cached == used) {
      cached = null;
    }
  }
}
