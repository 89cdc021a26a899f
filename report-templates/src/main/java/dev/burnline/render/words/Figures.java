package dev.burnline.render.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as short texts, the same in every language; a no-break space stands before a unit. */
final class Figures {

  private static final char SPACE = '\u00a0';
  private static final char MINUS = '\u2212';

  /** From here on nobody counts the digits: 1.23e30. */
  private static final BigDecimal SCIENTIFIC = BigDecimal.valueOf(1e15);

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Figures() {}

  static String count(long value) {
    String digits = Long.toString(value);
    return value < 0 ? MINUS + grouped(digits.substring(1)) : grouped(digits);
  }

  static String exactly(double value) {
    return said(
        value == 0 ? BigDecimal.ZERO : exact(value).stripTrailingZeros(), MathContext.UNLIMITED);
  }

  /** Three significant digits below 1000, whole above. */
  static String number(double value) {
    return decimal(value, decimals(value, 3), RoundingMode.HALF_UP);
  }

  /** 12 k, 3.4 M: for axes. */
  static String compact(double value) {
    double size = Math.abs(value);
    if (size >= 1e9) {
      return trimmed(value / 1e9, 1) + SPACE + "G";
    }
    if (size >= 1e6) {
      return trimmed(value / 1e6, 1) + SPACE + "M";
    }
    return size >= 1e4 ? trimmed(value / 1e3, 1) + SPACE + "k" : trimmed(value, 1);
  }

  /** A share of something: 0.42 %, 4.2 %, 42 %. */
  static String percent(double ratio) {
    if (Math.abs(ratio) > 1e13) {
      // Times 100 it may be no double any more.
      return plain(exact(ratio).movePointRight(2)) + SPACE + "%";
    }
    double percent = ratio * 100;
    if (ratio != 0 && Math.abs(percent) < 0.01) {
      return (ratio < 0 ? "> " + MINUS : "< ") + "0.01" + SPACE + "%";
    }
    int decimals = ratio == 0 || ratio == 1 ? 0 : decimals(percent, 2);
    // Only a whole is 100 %, and only nothing is 0 %.
    boolean nearlyAll = percent < 100 && percent >= 99.5;
    RoundingMode rounding = nearlyAll ? RoundingMode.DOWN : RoundingMode.HALF_UP;
    return decimal(percent, nearlyAll ? 2 : decimals, rounding) + SPACE + "%";
  }

  /** An indicator, rounded down: one that misses its objective must never look as if it met it. */
  static String indicator(double ratio) {
    if (ratio == 1 || ratio == 0) {
      return percent(ratio);
    }
    int decimals = ratio >= 0.99 ? 3 : 2;
    return decimal(exact(ratio).movePointRight(2), decimals, RoundingMode.FLOOR) + SPACE + "%";
  }

  static String objective(double ratio) {
    return plain(exact(ratio).movePointRight(2).stripTrailingZeros()) + SPACE + "%";
  }

  static String times(double factor) {
    int decimals = factor != 0 && factor < 0.1 ? 2 : factor < 100 ? 1 : 0;
    return factor != 0 && factor < 0.01
        ? "< 0.01×"
        : decimal(factor, decimals, RoundingMode.HALF_UP) + "×";
  }

  /** A change against an earlier value: +12 %, −3 %, ×14. */
  static String change(double now, double then) {
    double ratio = now / then;
    if (ratio >= 10) {
      // Divided as decimals: after next to nothing the ratio may be no double any more.
      BigDecimal times = exact(now).divide(exact(then), MathContext.DECIMAL64);
      return "×" + decimal(times, 0, RoundingMode.HALF_UP);
    }
    double percent = (ratio - 1) * 100;
    String digits =
        decimal(Math.abs(percent), Math.abs(percent) < 9.95 ? 1 : 0, RoundingMode.HALF_UP);
    String sign = digits.equals("0.0") ? "±" : percent < 0 ? String.valueOf(MINUS) : "+";
    return sign + digits + SPACE + "%";
  }

  /** Milliseconds, in the unit that reads best. */
  static String millis(double millis) {
    if (millis < 999.5) {
      return decimal(millis, decimals(millis, 3 - (millis < 100 ? 1 : 0)), RoundingMode.HALF_UP)
          + SPACE
          + "ms";
    }
    double seconds = millis / 1000;
    if (seconds < 59.95) {
      return decimal(seconds, seconds < 9.995 ? 2 : 1, RoundingMode.HALF_UP) + SPACE + "s";
    }
    long whole = Math.round(seconds);
    if (whole < 3600) {
      return whole / 60 + "" + SPACE + "min" + SPACE + two(whole % 60) + SPACE + "s";
    }
    return minutes(seconds / 60);
  }

  /** Milliseconds of an axis: no digits that say nothing. */
  static String axisMillis(double millis) {
    return millis < 1000
        ? trimmed(millis, 2) + SPACE + "ms"
        : trimmed(millis / 1000, 1) + SPACE + "s";
  }

  /** A length of time given in minutes, negative ones with a sign. */
  static String minutes(double minutes) {
    double size = Math.abs(minutes);
    String sign = minutes < 0 ? String.valueOf(MINUS) : "";
    if (size < 9.95) {
      return sign + trimmed(size, 1) + SPACE + "min";
    }
    long whole = Math.round(size);
    if (whole < 120) {
      return sign + whole + SPACE + "min";
    }
    if (whole < 48 * 60) {
      String rest = whole % 60 == 0 ? "" : "" + SPACE + two(whole % 60) + SPACE + "min";
      return sign + whole / 60 + SPACE + "h" + rest;
    }
    return sign + trimmed(size / 1440, 1) + SPACE + "d";
  }

  static String bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return (unit == 0 ? Long.toString(bytes) : trimmed(value, 1)) + SPACE + units[unit];
  }

  static String two(long value) {
    return value < 10 ? "0" + value : Long.toString(value);
  }

  private static int decimals(double value, int significant) {
    double size = Math.abs(value);
    if (size == 0) {
      return 0;
    }
    int whole = 1;
    while (size >= 9.9995) {
      size /= 10;
      whole++;
    }
    while (size < 0.99995 && whole > -4) {
      size *= 10;
      whole--;
    }
    return Math.max(0, significant - whole);
  }

  private static String trimmed(double value, int decimals) {
    BigDecimal rounded = exact(value).setScale(decimals, RoundingMode.HALF_UP);
    return plain(rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros());
  }

  private static String decimal(double value, int decimals, RoundingMode rounding) {
    return decimal(exact(value), decimals, rounding);
  }

  private static String decimal(BigDecimal value, int decimals, RoundingMode rounding) {
    return plain(value.setScale(decimals, rounding));
  }

  private static BigDecimal exact(double value) {
    return BigDecimal.valueOf(value);
  }

  private static String plain(BigDecimal value) {
    return said(value, THREE_DIGITS);
  }

  /**
   * All digits of a value below {@link #SCIENTIFIC}; of a greater one, which only a mistaken writer
   * logs, as many as {@code digits} keeps.
   */
  private static String said(BigDecimal value, MathContext digits) {
    BigDecimal size = value.abs();
    String sign = value.signum() < 0 ? String.valueOf(MINUS) : "";
    return sign
        + (size.compareTo(SCIENTIFIC) < 0
            ? grouped(size.toPlainString())
            : scientific(size, digits));
  }

  private static String scientific(BigDecimal size, MathContext context) {
    BigDecimal rounded = size.round(context).stripTrailingZeros();
    String digits = rounded.unscaledValue().toString();
    int exponent = digits.length() - 1 - rounded.scale();
    return digits.charAt(0)
        + (digits.length() == 1 ? "" : "." + digits.substring(1))
        + "e"
        + exponent;
  }

  private static String grouped(String digits) {
    var grouped = new StringBuilder(digits);
    int point = digits.indexOf('.');
    for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
      grouped.insert(i, ',');
    }
    return grouped.toString();
  }
}
