package dev.burnline.slo.where;

/**
 * The doubles from one to another, both included.
 *
 * @param from not NaN; above {@code to} for a range without numbers
 */
public record NumberRange(double from, double to) {

  /** All numbers that a field may carry. */
  static final NumberRange ALL =
      new NumberRange(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Returns the numbers that compare so with a limit; {@code <>} has no range of its own. */
  static NumberRange of(Operator operator, double limit) {
    return switch (operator) {
      case EQUAL -> new NumberRange(limit, limit);
      case LESS -> new NumberRange(Double.NEGATIVE_INFINITY, Math.nextDown(limit));
      case LESS_OR_EQUAL -> new NumberRange(Double.NEGATIVE_INFINITY, limit);
      case GREATER -> new NumberRange(Math.nextUp(limit), Double.POSITIVE_INFINITY);
      case GREATER_OR_EQUAL -> new NumberRange(limit, Double.POSITIVE_INFINITY);
      case NOT_EQUAL -> throw new IllegalArgumentException("<> is no range");
    };
  }

  NumberRange and(NumberRange other) {
    return new NumberRange(Math.max(from, other.from), Math.min(to, other.to));
  }

  /** Returns whether all numbers from one to another are in the range. */
  public boolean containsAll(double low, double high) {
    return from <= low && high <= to;
  }

  /** Returns whether a number from one to another is in the range. */
  public boolean containsAny(double low, double high) {
    return from <= high && low <= to && from <= to;
  }
}
