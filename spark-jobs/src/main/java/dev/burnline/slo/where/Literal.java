package dev.burnline.slo.where;

import dev.burnline.scan.LogField;

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

    /** Integers up to here have an exact double and a plain text. */
    private static final double LARGEST_PLAIN = 1e15;

    public Amount {
      // Adding zero turns -0.0 into 0.0, so that both have one text and compare alike in any way.
      value = value + 0.0;
    }

    @Override
    public LogField.Type type() {
      return LogField.Type.NUMBER;
    }

    @Override
    public String text() {
      return value == Math.rint(value) && Math.abs(value) < LARGEST_PLAIN
          ? Long.toString((long) value)
          : Double.toString(value);
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
