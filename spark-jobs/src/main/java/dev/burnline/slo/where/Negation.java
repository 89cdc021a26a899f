package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Set;
import java.util.function.Predicate;

/** {@code not operand}: unknown stays unknown. */
record Negation(Expression operand) implements Expression {

  @Override
  public Predicate<RequestLine> is(boolean wanted) {
    return operand.is(!wanted);
  }

  @Override
  public String text() {
    if (operand instanceof Absence absence) {
      return absence.field().key() + " is not null";
    }
    if (operand instanceof Membership membership) {
      return membership.text(" not in ");
    }
    return "not " + operand.textWithin(Binding.NOT);
  }

  @Override
  public Binding binding() {
    return operand instanceof Absence || operand instanceof Membership ? Binding.ATOM : Binding.NOT;
  }

  @Override
  public void addFieldsTo(Set<LogField> fields) {
    operand.addFieldsTo(fields);
  }
}
