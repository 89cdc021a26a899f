package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Set;
import java.util.function.Predicate;

/** {@code field is null}: never unknown. */
record Absence(LogField field) implements Expression {

  @Override
  public Predicate<RequestLine> is(boolean wanted) {
    return switch (field.type()) {
      case TEXT, TIME -> line -> (line.text(field) == null) == wanted;
      case NUMBER, FLAG -> line -> Double.isNaN(line.number(field)) == wanted;
    };
  }

  @Override
  public String text() {
    return field.key() + " is null";
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
