package dev.burnline.scan;

import org.jspecify.annotations.Nullable;

/**
 * Gives equal character ranges the same string, so that the few values that recur on every line are
 * not allocated anew. Holds at most {@value #SLOTS} strings; a newcomer takes its slot over.
 */
final class TextPool {

  private static final int SLOTS = 1024;
  private static final int LONGEST = 128;

  private final @Nullable String[] slots = new String[SLOTS];

  String text(char[] chars, int start, int length) {
    if (length > LONGEST) {
      return new String(chars, start, length);
    }
    int hash = length;
    for (int i = start; i < start + length; i++) {
      hash = hash * 31 + chars[i];
    }
    int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
    String known = slots[slot];
    if (known != null && equal(known, chars, start, length)) {
      return known;
    }
    String text = new String(chars, start, length);
    slots[slot] = text;
    return text;
  }

  private static boolean equal(String text, char[] chars, int start, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != chars[start + i]) {
        return false;
      }
    }
    return true;
  }
}
