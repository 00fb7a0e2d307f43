package dev.portage.catalog;

import java.util.Arrays;

/**
 * A growing set of entity keys that keeps only 127 bits of a hash of each, about 25 bytes a key: a
 * million entities take about 25 MB. Safe to share between threads.
 *
 * <p>Two keys of the same hash count as one. In a set of n keys that happens with a chance of about
 * n² / 2^128; and as a key wrongly taken for present is one that is not deleted, or is sent once
 * more than needed, no harm comes of it.
 */
public final class KeySet {
  private static final int STRIPES = 64;

  private final Stripe[] stripes = new Stripe[STRIPES];

  /** An empty set. */
  public KeySet() {
    Arrays.setAll(stripes, i -> new Stripe());
  }

  /**
   * Adds a key.
   *
   * @return true when it was not there
   */
  public boolean add(EntityKey key) {
    return add(key.blueprint(), key.identifier());
  }

  /** Adds a key that is given by its parts; see {@link #add(EntityKey)}. */
  public boolean add(String scope, String name) {
    long high = Hash.high(scope, name);
    return stripe(high).add(high, Hash.low(scope, name));
  }

  /** True when the key was added. */
  public boolean contains(EntityKey key) {
    return contains(key.blueprint(), key.identifier());
  }

  /** True when the key given by its parts was added. */
  public boolean contains(String scope, String name) {
    long high = Hash.high(scope, name);
    return stripe(high).contains(high, Hash.low(scope, name));
  }

  /** Adds a key if need be, and marks it. */
  public void mark(EntityKey key) {
    long high = Hash.high(key.blueprint(), key.identifier());
    stripe(high).mark(high, Hash.low(key.blueprint(), key.identifier()));
  }

  /** True when the key was marked. */
  public boolean isMarked(EntityKey key) {
    long high = Hash.high(key.blueprint(), key.identifier());
    return stripe(high).isMarked(high, Hash.low(key.blueprint(), key.identifier()));
  }

  /** How many keys there are. */
  public long size() {
    long size = 0;
    for (Stripe stripe : stripes) {
      size += stripe.size();
    }
    return size;
  }

  private Stripe stripe(long high) {
    return stripes[(int) high & (STRIPES - 1)];
  }

  /** Open addressing with linear probing; two longs a slot, of which a high of 0 means free. */
  private static final class Stripe {
    private static final long MARK = 1;

    private long[] slots = new long[32];
    private int size;

    synchronized boolean add(long high, long low) {
      int slot = find(high, low);
      if (slots[slot] != 0) {
        return false;
      }
      slots[slot] = high;
      slots[slot + 1] = low;
      size++;
      if (size * 5L > slots.length * 2L) {
        grow();
      }
      return true;
    }

    synchronized boolean contains(long high, long low) {
      return slots[find(high, low)] != 0;
    }

    synchronized void mark(long high, long low) {
      add(high, low);
      slots[find(high, low) + 1] |= MARK;
    }

    synchronized boolean isMarked(long high, long low) {
      int slot = find(high, low);
      return slots[slot] != 0 && (slots[slot + 1] & MARK) != 0;
    }

    synchronized int size() {
      return size;
    }

    private int find(long high, long low) {
      int capacity = slots.length / 2;
      // The upper half of the hash spread over the capacity, which is no power of two.
      int at = (int) (((high >>> 32) * capacity) >>> 32);
      while (slots[2 * at] != 0
          && !(slots[2 * at] == high && (slots[2 * at + 1] | MARK) == (low | MARK))) {
        at = at + 1 == capacity ? 0 : at + 1;
      }
      return 2 * at;
    }

    /** By a third: what is free is never much, and a stripe that is copied is small. */
    private void grow() {
      long[] old = slots;
      slots = new long[(old.length + old.length / 3 + 1) / 2 * 2];
      for (int i = 0; i < old.length; i += 2) {
        if (old[i] != 0) {
          int slot = find(old[i], old[i + 1]);
          slots[slot] = old[i];
          slots[slot + 1] = old[i + 1];
        }
      }
    }
  }

  /** Two independent hashes of a pair of texts. */
  private static final class Hash {
    private Hash() {}

    /** Never 0. */
    static long high(String scope, String name) {
      long hash =
          mix(mix(0x243F6A8885A308D3L, scope, 0x9E3779B97F4A7C15L), name, 0x9E3779B97F4A7C15L);
      return hash == 0 ? 1 : hash;
    }

    /** Without the lowest bit, which is the mark's. */
    static long low(String scope, String name) {
      return mix(mix(0x13198A2E03707344L, scope, 0xC2B2AE3D27D4EB4FL), name, 0xC2B2AE3D27D4EB4FL)
          & ~1L;
    }

    private static long mix(long seed, String text, long factor) {
      long hash = (seed ^ text.length()) * factor;
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * factor;
        hash ^= hash >>> 29;
      }
      // The last steps of MurmurHash3's 64-bit finaliser.
      hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
      hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
      return hash ^ (hash >>> 33);
    }
  }
}
