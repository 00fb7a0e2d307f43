package dev.portage.http;

import java.util.Objects;

/**
 * A text that must not be shown: it prints as {@code ***} and is read with {@link #reveal()} only
 * where a request is signed.
 *
 * @param reveal the text itself, never null, may be empty
 */
public record Secret(String reveal) {

  /** No text. */
  public static final Secret EMPTY = new Secret("");

  /** Refuses null. */
  public Secret {
    Objects.requireNonNull(reveal, "reveal");
  }

  /** True when there is no text. */
  public boolean isEmpty() {
    return reveal.isEmpty();
  }

  @Override
  public String toString() {
    return "***";
  }
}
