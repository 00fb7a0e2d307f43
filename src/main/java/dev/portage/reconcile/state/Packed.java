package dev.portage.reconcile.state;

import dev.portage.catalog.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Fingerprints as bytes, 16 each. */
final class Packed {
  private static final int BYTES = 2 * Long.BYTES;

  private Packed() {}

  static byte[] pack(List<Fingerprint> part) {
    ByteBuffer bytes = ByteBuffer.allocate(part.size() * BYTES);
    part.forEach(print -> bytes.putLong(print.high()).putLong(print.low()));
    return bytes.array();
  }

  /** The fingerprints; what is left over at the end is none. */
  static List<Fingerprint> unpack(byte[] content) {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    List<Fingerprint> part = new ArrayList<>(content.length / BYTES);
    while (bytes.remaining() >= BYTES) {
      part.add(new Fingerprint(bytes.getLong(), bytes.getLong()));
    }
    return part;
  }
}
