package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import java.math.BigDecimal;
import java.math.MathContext;

/** A value that a field is compared with. */
sealed interface Literal {

  /** Returns the kind of field that it can be compared with. */
  LogField.Type type();

  /** Returns the canonical text. */
  String text();

  /** Text between single quotes. */
  record Text(String value) implements Literal {
    @Override
    public LogField.Type type() {
      return LogField.Type.TEXT;
    }

    @Override
    public String text() {
      return "'" + value.replace("'", "''") + "'";
    }
  }

  /** A finite number; zero has no sign. */
  record Amount(double value) implements Literal {

    private static final double LARGEST_PLAIN = 1e15;

    /** So many always tell a double from its neighbours. */
    private static final int MOST_DIGITS = 17;

    public Amount {
      // Adding zero turns -0.0 into 0.0, so that both have one text and compare alike in any way.
      value = value + 0.0;
    }

    @Override
    public LogField.Type type() {
      return LogField.Type.NUMBER;
    }

    /**
     * Returns the shortest decimal that reads as this double. Not {@link Double#toString}: that
     * differs between Java versions, and the text names counters in files.
     */
    @Override
    public String text() {
      BigDecimal exact = new BigDecimal(value);
      BigDecimal shortest = exact;
      for (int digits = 1; digits <= MOST_DIGITS; digits++) {
        shortest = exact.round(new MathContext(digits));
        if (shortest.doubleValue() == value) {
          break;
        }
      }
      shortest = shortest.stripTrailingZeros();
      return Math.abs(value) < LARGEST_PLAIN ? shortest.toPlainString() : shortest.toString();
    }
  }

  /** {@code true} or {@code false}. */
  record Flag(boolean value) implements Literal {
    @Override
    public LogField.Type type() {
      return LogField.Type.FLAG;
    }

    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }
}
