package dev.burnline.generate.line;

import java.util.Arrays;

/**
 * Builds one JSON object with its line end in a buffer that is used again. Keys are ASCII without
 * anything to escape; values may be any text, lone surrogates become U+FFFD.
 */
final class JsonLine {

  private static final byte[] HEX = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };
  private static final int LONGEST_CHAR = 12;

  private final Style style;
  private byte[] bytes = new byte[8192];
  private int length;

  JsonLine(Style style) {
    this.style = style;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  JsonLine begin() {
    length = 0;
    put('{');
    return this;
  }

  void end() {
    room(2);
    put('}');
    put('\n');
  }

  JsonLine text(String key, String value) {
    key(key);
    room(value.length() * LONGEST_CHAR + 2);
    put('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
        bytes[length++] = (byte) c;
      } else if (c <= 0x7F) {
        escape(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        wide(c, value.charAt(++i));
      } else {
        wide(Character.isSurrogate(c) ? '\uFFFD' : c);
      }
    }
    put('"');
    return this;
  }

  JsonLine textOrNull(String key, String value) {
    return value.isEmpty() ? nothing(key) : text(key, value);
  }

  JsonLine number(String key, long value) {
    key(key);
    digits(value);
    return this;
  }

  /** Writes {@code value / 10^decimals} exactly; {@code value} is not negative. */
  JsonLine decimal(String key, long value, int decimals) {
    key(key);
    long unit = 1;
    for (int i = 0; i < decimals; i++) {
      unit *= 10;
    }
    digits(value / unit);
    put('.');
    long rest = value % unit;
    for (long place = unit / 10; place > 0; place /= 10) {
      put((char) ('0' + (rest / place) % 10));
    }
    return this;
  }

  JsonLine flag(String key, boolean value) {
    key(key);
    ascii(value ? "true" : "false");
    return this;
  }

  JsonLine nothing(String key) {
    key(key);
    ascii("null");
    return this;
  }

  /** Writes the low {@code digits} hexadecimal digits of the value. */
  JsonLine hex(String key, long value, int digits) {
    key(key);
    put('"');
    for (int shift = 4 * digits - 4; shift >= 0; shift -= 4) {
      put((char) HEX[(int) (value >>> shift) & 15]);
    }
    put('"');
    return this;
  }

  private void key(String key) {
    room(key.length() + 64);
    if (length > 1) {
      put(',');
      space();
    }
    put('"');
    ascii(key);
    put('"');
    put(':');
    space();
  }

  private void space() {
    if (style == Style.PYTHON) {
      put(' ');
    }
  }

  private void ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      put(text.charAt(i));
    }
  }

  private void digits(long value) {
    if (value < 0) {
      put('-');
      value = -value;
    }
    int end = length;
    do {
      bytes[end++] = (byte) ('0' + value % 10);
      value /= 10;
    } while (value > 0);
    for (int i = length, j = end - 1; i < j; i++, j--) {
      byte swap = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = swap;
    }
    length = end;
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> {
        put('\\');
        put(c);
      }
      case '\n' -> ascii("\\n");
      case '\r' -> ascii("\\r");
      case '\t' -> ascii("\\t");
      case 0x7F -> put(c);
      default -> unicode(c);
    }
  }

  private void wide(char c) {
    if (style == Style.PYTHON) {
      unicode(c);
    } else if (c < 0x800) {
      put(0xC0 | (c >> 6));
      put(0x80 | (c & 0x3F));
    } else {
      put(0xE0 | (c >> 12));
      put(0x80 | ((c >> 6) & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }

  private void wide(char high, char low) {
    if (style == Style.PYTHON) {
      unicode(high);
      unicode(low);
    } else {
      int codePoint = Character.toCodePoint(high, low);
      put(0xF0 | (codePoint >> 18));
      put(0x80 | ((codePoint >> 12) & 0x3F));
      put(0x80 | ((codePoint >> 6) & 0x3F));
      put(0x80 | (codePoint & 0x3F));
    }
  }

  private void unicode(char c) {
    ascii("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      put(HEX[(c >> shift) & 15]);
    }
  }

  private void put(int value) {
    bytes[length++] = (byte) value;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  /** How the writer of the line spells JSON. */
  enum Style {
    /** No spaces, UTF-8. */
    COMPACT,
    /** Spaces and ASCII only, as Python's {@code json.dumps} does by itself. */
    PYTHON
  }
}
