package dev.portage.catalog;

/**
 * 127 bits that stand for a text, a key or a value: what is equal has the same, and of n different
 * ones two have the same with a chance of about n² / 2^128. Not made to withstand somebody who
 * looks for such a pair.
 *
 * @param high never 0, so that 0 can stand for nothing
 * @param low its lowest bit is 0, so that there is room for a mark
 */
public record Fingerprint(long high, long low) {
  private static final long HIGH_FACTOR = 0x9E3779B97F4A7C15L;
  private static final long LOW_FACTOR = 0xC2B2AE3D27D4EB4FL;

  /** Leaves room for the mark, and for nothing. */
  public Fingerprint {
    high = high == 0 ? 1 : high;
    low = low & ~1L;
  }

  /** That of a key. */
  public static Fingerprint of(EntityKey key) {
    return of(key.blueprint(), key.identifier());
  }

  /** That of a pair of texts; their order counts, and where the one ends and the other begins. */
  public static Fingerprint of(String scope, String name) {
    return new Fingerprint(
        mix(mix(0x243F6A8885A308D3L, scope, HIGH_FACTOR), name, HIGH_FACTOR),
        mix(mix(0x13198A2E03707344L, scope, LOW_FACTOR), name, LOW_FACTOR));
  }

  /** That of this and another one together; their order counts. */
  public Fingerprint and(Fingerprint other) {
    return new Fingerprint(
        finish((finish(high * HIGH_FACTOR) ^ other.high) * HIGH_FACTOR),
        finish((finish(low * LOW_FACTOR) ^ other.low) * LOW_FACTOR));
  }

  /** 32 hexadecimal digits. */
  public String text() {
    return "%016x%016x".formatted(high, low);
  }

  /**
   * A step that makes one number of a number and a text.
   *
   * @param seed what was before
   * @param factor an odd number without pattern
   */
  public static long mix(long seed, String text, long factor) {
    long hash = (seed ^ text.length()) * factor;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * factor;
      hash ^= hash >>> 29;
    }
    return finish(hash);
  }

  /** The last steps of MurmurHash3's 64-bit finaliser: each bit has an effect on every other. */
  public static long finish(long number) {
    long hash = (number ^ (number >>> 33)) * 0xFF51AFD7ED558CCDL;
    hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return hash ^ (hash >>> 33);
  }
}
