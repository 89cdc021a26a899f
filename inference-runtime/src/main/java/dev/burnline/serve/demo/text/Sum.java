package dev.burnline.serve.demo.text;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A sum or a difference, worked out column by column as at school.
 *
 * @param left 0 to 99
 * @param sign what to do
 * @param right 0 to 99
 */
public record Sum(int left, Sign sign, int right) {

  /** One more than the greatest operand. */
  public static final int LIMIT = 100;

  /** What to do with the operands. */
  public enum Sign {
    PLUS,
    MINUS
  }

  public Sum {
    requireNonNull(sign, "sign is null");
    if (left < 0 || left >= LIMIT || right < 0 || right >= LIMIT) {
      throw new IllegalArgumentException(
          "operands must be in 0..99, got " + left + " and " + right);
    }
  }

  /** Returns the same with the operands in the other order. */
  public Sum swapped() {
    return new Sum(/* left= */ right, sign, /* right= */ left);
  }

  /** Returns the result, -99 to 198. */
  public int result() {
    return sign == Sign.PLUS ? left + right : left - right;
  }

  /** Returns the answer, for example {@code 37 + 48 = 85}. */
  public String answer() {
    return this + " = " + result();
  }

  /**
   * Returns the way to the result, three or four lines. Every number in it has a fixed width, so
   * that each digit stands at a fixed distance from those that it follows from.
   */
  public String reasoning() {
    if (sign == Sign.PLUS) {
      return padded() + "\n" + added();
    }
    if (left >= right) {
      return padded() + "\n" + subtracted();
    }
    Sum turned = swapped();
    return padded() + "\nbelow zero: " + turned.padded() + "\n" + turned.subtracted();
  }

  private String padded() {
    return String.format(Locale.ROOT, "%02d %s %02d", left, sign(sign), right);
  }

  private String added() {
    int ones = left % 10 + right % 10;
    int tens = left / 10 + right / 10 + ones / 10;
    return String.format(
        Locale.ROOT,
        "ones: %d + %d = %02d\ntens: %d + %d + %d = %02d",
        left % 10,
        right % 10,
        ones,
        left / 10,
        right / 10,
        ones / 10,
        tens);
  }

  private String subtracted() {
    int borrow = left % 10 < right % 10 ? 1 : 0;
    int ones = left % 10 + 10 * borrow;
    int tens = left / 10 - right / 10 - borrow;
    return String.format(
        Locale.ROOT,
        "ones: %02d - %d = %d\ntens: %d - %d - %d = %d",
        ones,
        right % 10,
        ones - right % 10,
        left / 10,
        right / 10,
        borrow,
        tens);
  }

  private static String sign(Sign sign) {
    return sign == Sign.PLUS ? "+" : "-";
  }

  /** Returns the sum as it is written, for example {@code 37 + 48}. */
  @Override
  public String toString() {
    return left + " " + sign(sign) + " " + right;
  }
}
