package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The operand is false or unknown; never unknown itself. It has no syntax: it makes the good events
 * of an indicator that names its bad ones.
 */
record Untrue(Expression operand) implements Expression {

  @Override
  public Predicate<RequestLine> is(boolean wanted) {
    Predicate<RequestLine> isTrue = operand.is(true);
    return wanted ? isTrue.negate() : isTrue;
  }

  @Override
  public String text() {
    return "(" + operand.text() + ") is not true";
  }

  @Override
  public Binding binding() {
    return Binding.ATOM;
  }

  @Override
  public void addFieldsTo(Set<LogField> fields) {
    operand.addFieldsTo(fields);
  }
}
