package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Set;
import java.util.function.Predicate;

/** {@code true} or {@code false}. */
record Constant(boolean value) implements Expression {

  @Override
  public Predicate<RequestLine> is(boolean wanted) {
    boolean answer = value == wanted;
    return line -> answer;
  }

  @Override
  public String text() {
    return Boolean.toString(value);
  }

  @Override
  public Binding binding() {
    return Binding.ATOM;
  }

  @Override
  public void addFieldsTo(Set<LogField> fields) {
    // Reads none.
  }
}
