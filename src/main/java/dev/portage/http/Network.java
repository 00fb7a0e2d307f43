package dev.portage.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of addresses such as {@code 10.0.0.0/8}.
 *
 * @param address 4 or 16 bytes
 * @param bits how many of them count, from the left
 */
record Network(Bytes address, int bits) {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-f:]*:[0-9a-f:.]*(%\\w+)?");

  /** Reads {@code address/bits}, or a single address; empty when it is neither. */
  static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    return bytes(address)
        .flatMap(
            bytes -> {
              int all = bytes.value.length * 8;
              int bits = slash < 0 ? all : number(text.substring(slash + 1));
              return bits < 0 || bits > all
                  ? Optional.empty()
                  : Optional.of(new Network(bytes, bits));
            });
  }

  /** True for an address of either kind, without brackets. */
  static boolean isAddress(String text) {
    return bytes(text).isPresent();
  }

  /** True when the text is an address in this range; a name never is. */
  boolean contains(String text) {
    return bytes(text).map(this::contains).orElse(false);
  }

  private boolean contains(Bytes other) {
    if (other.value.length != address.value.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if (((other.value[bit / 8] ^ address.value[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text) {
    return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
  }

  /** Only literal addresses are handed over, so that no name is ever looked up. */
  private static Optional<Bytes> bytes(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Bytes(InetAddress.getByName(text).getAddress()));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Bytes that are compared by identity only; a network is asked, not compared. */
  private static final class Bytes {
    private final byte[] value;

    Bytes(byte[] value) {
      this.value = value;
    }
  }
}
