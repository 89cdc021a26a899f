package dev.burnline.evaluate;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Good and valid events of some keys by minute, packed: a minute that follows the one before, with
 * few events of one key that are all good, takes two bytes. Groups can be a thousand values times a
 * month of minutes, of which a report shows twenty, so they are kept small and unpacked one by one.
 *
 * <p>Minutes stand as they came: in any order, and more than once where several rows had them.
 */
final class PackedMinutes implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int FIRST_BYTES = 16;

  /** The most bytes that a number of 64 bits takes with 7 bits to the byte. */
  private static final int MOST_BYTES_OF_A_NUMBER = 10;

  private final int keys;
  private byte[] packed = new byte[FIRST_BYTES];
  private int size;

  /** What the next minute is told as the difference to. */
  private int last;

  PackedMinutes(int keys) {
    this.keys = keys;
  }

  /** Takes what a minute counts. */
  interface Counts {
    /** Returns the good events of a key. */
    long good(int key);

    /** Returns the valid events of a key; not less than the good ones. */
    long total(int key);
  }

  /** Takes the events of one key in a minute that has some. */
  interface Visitor {
    void visit(int minute, long good, long total);
  }

  /** Adds a minute. */
  void add(int minute, Counts counts) {
    reserve((1 + 2 * keys) * MOST_BYTES_OF_A_NUMBER);
    putMinute(minute);
    for (int key = 0; key < keys; key++) {
      long total = counts.total(key);
      long bad = total - counts.good(key);
      put(total << 1 | (bad == 0 ? 0 : 1));
      if (bad != 0) {
        put(bad);
      }
    }
  }

  /** Adds the other minutes, which are of as many keys. */
  void add(PackedMinutes other) {
    if (other.size == 0) {
      return;
    }
    Reader first = new Reader(other.packed);
    int minute = (int) unzigzag(first.next());
    int rest = other.size - first.at;
    reserve(MOST_BYTES_OF_A_NUMBER + rest);
    putMinute(minute);
    System.arraycopy(other.packed, first.at, packed, size, rest);
    size += rest;
    last = other.last;
  }

  private void putMinute(int minute) {
    long step = (long) minute - last;
    put(step << 1 ^ step >> 63);
    last = minute;
  }

  private void reserve(int more) {
    if (size + more > packed.length) {
      packed = Arrays.copyOf(packed, Math.max(size + more, packed.length + packed.length / 2));
    }
  }

  private void put(long number) {
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      packed[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    packed[size++] = (byte) rest;
  }

  private static long unzigzag(long number) {
    return number >>> 1 ^ -(number & 1);
  }

  /** Visits the minutes in which a key has events. */
  void forEach(int wanted, Visitor visitor) {
    Reader in = new Reader(packed);
    long minute = 0;
    while (in.at < size) {
      minute += unzigzag(in.next());
      for (int key = 0; key < keys; key++) {
        long total = in.next();
        long bad = (total & 1) == 0 ? 0 : in.next();
        if (key == wanted && total != 0) {
          visitor.visit((int) minute, (total >>> 1) - bad, total >>> 1);
        }
      }
    }
  }

  /** Returns the bytes in use. */
  int bytes() {
    return size;
  }

  /** Reads numbers one after the other. */
  private static final class Reader {

    private final byte[] in;
    private int at;

    Reader(byte[] in) {
      this.in = in;
    }

    long next() {
      long number = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = in[at++];
        number |= (long) (b & 0x7F) << shift;
        if (b >= 0) {
          return number;
        }
      }
    }
  }
}
