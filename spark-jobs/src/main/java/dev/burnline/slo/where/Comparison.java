package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** {@code field operator value}: unknown when the field is absent. */
record Comparison(LogField field, Operator operator, Literal value) implements Expression {

  @Override
  public Predicate<RequestLine> is(boolean wanted) {
    Operator asked = wanted ? operator : operator.opposite();
    if (value instanceof Literal.Text text) {
      return text(asked, text.value());
    }
    if (value instanceof Literal.Amount number) {
      return number(asked, number.value());
    }
    return number(asked, ((Literal.Flag) value).value() ? 1 : 0);
  }

  /** An absent number is NaN, which is in no relation to anything but the one of being unequal. */
  private Predicate<RequestLine> number(Operator asked, double with) {
    return switch (asked) {
      case EQUAL -> line -> line.number(field) == with;
      case NOT_EQUAL ->
          line -> {
            double found = line.number(field);
            return found < with || found > with;
          };
      case LESS -> line -> line.number(field) < with;
      case LESS_OR_EQUAL -> line -> line.number(field) <= with;
      case GREATER -> line -> line.number(field) > with;
      case GREATER_OR_EQUAL -> line -> line.number(field) >= with;
    };
  }

  private Predicate<RequestLine> text(Operator asked, String with) {
    return switch (asked) {
      case EQUAL -> line -> with.equals(line.text(field));
      case NOT_EQUAL ->
          line -> {
            String found = line.text(field);
            return found != null && !found.equals(with);
          };
      case LESS -> ordered(with, order -> order < 0);
      case LESS_OR_EQUAL -> ordered(with, order -> order <= 0);
      case GREATER -> ordered(with, order -> order > 0);
      case GREATER_OR_EQUAL -> ordered(with, order -> order >= 0);
    };
  }

  private Predicate<RequestLine> ordered(String with, IntPredicate asked) {
    return line -> {
      String found = line.text(field);
      return found != null && asked.test(found.compareTo(with));
    };
  }

  @Override
  public String text() {
    return "%s %s %s".formatted(field.key(), operator.sign(), value.text());
  }

  @Override
  public Binding binding() {
    return Binding.ATOM;
  }

  @Override
  public void addFieldsTo(Set<LogField> fields) {
    fields.add(field);
  }
}
