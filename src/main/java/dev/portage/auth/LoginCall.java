package dev.portage.auth;

/** Sends the login request and reads its answer. */
@FunctionalInterface
public interface LoginCall {

  /**
   * A new credential.
   *
   * @throws RuntimeException when the login fails; everyone who waits for it sees the same
   */
  Credential logIn();
}
