package dev.portage.catalog;

import java.nio.LongBuffer;
import java.util.Arrays;

/**
 * A growing set of entity keys that keeps only the {@link Fingerprint} of each, about 25 bytes a
 * key: a million entities take about 25 MB. What is too much for the heap goes to disk. Safe to
 * share between threads.
 *
 * <p>Two keys of the same fingerprint count as one. As a key wrongly taken for present is one that
 * is not deleted, or is sent once more than needed, no harm comes of it.
 */
public final class KeySet {
  private static final int STRIPES = 64;

  private final Stripe[] stripes = new Stripe[STRIPES];

  /** An empty set. */
  public KeySet() {
    this(Spill.byDefault());
  }

  /** An empty set that goes to disk as told. */
  public KeySet(Spill spill) {
    Arrays.setAll(stripes, i -> new Stripe(spill));
  }

  /**
   * Adds a key.
   *
   * @return true when it was not there
   */
  public boolean add(EntityKey key) {
    return add(Fingerprint.of(key));
  }

  /** Adds a key that is given by its parts; see {@link #add(EntityKey)}. */
  public boolean add(String scope, String name) {
    return add(Fingerprint.of(scope, name));
  }

  /** Adds what has this fingerprint; see {@link #add(EntityKey)}. */
  public boolean add(Fingerprint key) {
    return stripe(key).add(key.high(), key.low());
  }

  /** True when the key was added. */
  public boolean contains(EntityKey key) {
    return contains(Fingerprint.of(key));
  }

  /** True when the key given by its parts was added. */
  public boolean contains(String scope, String name) {
    return contains(Fingerprint.of(scope, name));
  }

  /** True when what has this fingerprint was added. */
  public boolean contains(Fingerprint key) {
    return stripe(key).contains(key.high(), key.low());
  }

  /** Adds a key if need be, and marks it. */
  public void mark(EntityKey key) {
    Fingerprint print = Fingerprint.of(key);
    stripe(print).mark(print.high(), print.low());
  }

  /** True when the key was marked. */
  public boolean isMarked(EntityKey key) {
    return isMarked(Fingerprint.of(key));
  }

  /** True when the key of this fingerprint was marked. */
  public boolean isMarked(Fingerprint key) {
    return stripe(key).isMarked(key.high(), key.low());
  }

  /** How many keys there are. */
  public long size() {
    long size = 0;
    for (Stripe stripe : stripes) {
      size += stripe.size();
    }
    return size;
  }

  private Stripe stripe(Fingerprint key) {
    return stripes[(int) key.high() & (STRIPES - 1)];
  }

  /** Open addressing with linear probing; two longs a slot, of which a high of 0 means free. */
  private static final class Stripe {
    private static final long MARK = 1;

    private final Spill spill;
    private LongBuffer slots = LongBuffer.allocate(32);
    private int size;

    Stripe(Spill spill) {
      this.spill = spill;
    }

    synchronized boolean add(long high, long low) {
      int slot = find(high, low);
      if (slots.get(slot) != 0) {
        return false;
      }
      slots.put(slot, high);
      slots.put(slot + 1, low);
      size++;
      if (size * 5L > slots.capacity() * 2L) {
        grow();
      }
      return true;
    }

    synchronized boolean contains(long high, long low) {
      return slots.get(find(high, low)) != 0;
    }

    synchronized void mark(long high, long low) {
      int slot = find(high, low);
      if (slots.get(slot) == 0) {
        add(high, low);
        slot = find(high, low);
      }
      slots.put(slot + 1, slots.get(slot + 1) | MARK);
    }

    synchronized boolean isMarked(long high, long low) {
      int slot = find(high, low);
      return slots.get(slot) != 0 && (slots.get(slot + 1) & MARK) != 0;
    }

    synchronized int size() {
      return size;
    }

    private int find(long high, long low) {
      int capacity = slots.capacity() / 2;
      // The upper half of the hash spread over the capacity, which is no power of two.
      int at = (int) (((high >>> 32) * capacity) >>> 32);
      while (slots.get(2 * at) != 0
          && !(slots.get(2 * at) == high && (slots.get(2 * at + 1) | MARK) == (low | MARK))) {
        at = at + 1 == capacity ? 0 : at + 1;
      }
      return 2 * at;
    }

    /** By a third: what is free is never much, and a stripe that is copied is small. */
    private void grow() {
      LongBuffer old = slots;
      slots = spill.allocate((old.capacity() + old.capacity() / 3 + 1) / 2 * 2, STRIPES);
      for (int i = 0; i < old.capacity(); i += 2) {
        if (old.get(i) != 0) {
          int slot = find(old.get(i), old.get(i + 1));
          slots.put(slot, old.get(i));
          slots.put(slot + 1, old.get(i + 1));
        }
      }
    }
  }
}
