package dev.burnline.serve.demo.text;

import static java.util.Objects.requireNonNull;

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

  /** Returns the result, -99 to 198. */
  public int result() {
    return sign == Sign.PLUS ? left + right : left - right;
  }

  /** Returns the answer, for example {@code 37 + 48 = 85}. */
  public String answer() {
    return this + " = " + result();
  }

  /** Returns the way to the result, three or four lines. */
  public String reasoning() {
    if (sign == Sign.PLUS) {
      return this + "\n" + added();
    }
    if (left >= right) {
      return this + "\n" + subtracted();
    }
    Sum turned = new Sum(right, Sign.MINUS, left);
    return this + "\nbelow zero: " + turned + "\n" + turned.subtracted();
  }

  private String added() {
    int ones = left % 10 + right % 10;
    int carry = ones / 10;
    int tens = left / 10 + right / 10 + carry;
    return "ones: %d + %d = %d, write %d, carry %d\ntens: %d + %d + %d = %d"
        .formatted(
            left % 10, right % 10, ones, ones % 10, carry, left / 10, right / 10, carry, tens);
  }

  private String subtracted() {
    int borrow = left % 10 < right % 10 ? 1 : 0;
    int ones = left % 10 + 10 * borrow;
    int tens = left / 10 - right / 10 - borrow;
    return "ones: %d - %d = %d, borrow %d\ntens: %d - %d - %d = %d"
        .formatted(
            ones, right % 10, ones - right % 10, borrow, left / 10, right / 10, borrow, tens);
  }

  /** Returns the sum as it is written, for example {@code 37 + 48}. */
  @Override
  public String toString() {
    return left + (sign == Sign.PLUS ? " + " : " - ") + right;
  }
}
