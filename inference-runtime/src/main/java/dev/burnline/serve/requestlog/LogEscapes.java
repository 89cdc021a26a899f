package dev.burnline.serve.requestlog;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/**
 * Escapes every control character, also those that JSON lets pass. Raw ones would let a prompt
 * steer the terminal of whoever looks at the log, or break a line in tools that split at U+0085 or
 * U+2028.
 */
final class LogEscapes extends CharacterEscapes {

  private static final int DELETE = 0x7f;

  private final int[] ascii = standardAsciiEscapesForJSON();

  LogEscapes() {
    ascii[DELETE] = ESCAPE_STANDARD;
  }

  @Override
  public int[] getEscapeCodesForAscii() {
    return ascii;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int ch) {
    return Character.isISOControl(ch) || ch == '\u2028' || ch == '\u2029'
        ? new SerializedString(String.format("\\u%04X", ch))
        : null;
  }
}
