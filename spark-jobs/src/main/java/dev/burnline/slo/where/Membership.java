package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * {@code field in (values)}: unknown when the field is absent. All values are of the field's type.
 */
record Membership(LogField field, List<Literal> values) implements Expression {

  /** Order and repetition mean nothing, so the text has neither. */
  Membership {
    values =
        values.stream()
            .distinct()
            .sorted((left, right) -> left.text().compareTo(right.text()))
            .toList();
  }

  @Override
  public Predicate<RequestLine> is(boolean wanted) {
    if (field.type() == LogField.Type.TEXT) {
      Set<String> texts =
          values.stream()
              .map(value -> ((Literal.Text) value).value())
              .collect(Collectors.toUnmodifiableSet());
      return line -> {
        String found = line.text(field);
        return found != null && texts.contains(found) == wanted;
      };
    }
    double[] numbers = values.stream().mapToDouble(Membership::number).sorted().toArray();
    return line -> {
      double found = line.number(field);
      // A search in sorted doubles needs no box per line; adding zero makes -0.0 the 0.0 it equals.
      return !Double.isNaN(found) && (Arrays.binarySearch(numbers, found + 0.0) >= 0) == wanted;
    };
  }

  private static double number(Literal value) {
    if (value instanceof Literal.Amount number) {
      return number.value();
    }
    return ((Literal.Flag) value).value() ? 1 : 0;
  }

  @Override
  public String text() {
    return text(" in ");
  }

  String text(String relation) {
    return values.stream()
        .map(Literal::text)
        .collect(Collectors.joining(", ", field.key() + relation + "(", ")"));
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
