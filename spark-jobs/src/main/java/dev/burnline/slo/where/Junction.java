package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** {@code a and b and c}, or the same with {@code or}; operands are evaluated in order. */
record Junction(Kind kind, List<Expression> operands) implements Expression {

  enum Kind {
    AND(Binding.AND, " and "),
    OR(Binding.OR, " or ");

    private final Binding binding;
    private final String word;

    Kind(Binding binding, String word) {
      this.binding = binding;
      this.word = word;
    }
  }

  /** Flattens operands of the same kind, so that grouping makes no difference to the text. */
  Junction {
    List<Expression> flat = new ArrayList<>();
    for (Expression operand : operands) {
      if (operand instanceof Junction inner && inner.kind == kind) {
        flat.addAll(inner.operands);
      } else {
        flat.add(operand);
      }
    }
    operands = List.copyOf(flat);
  }

  /** Returns the only operand as it is, several as a junction. */
  static Expression of(Kind kind, List<Expression> operands) {
    return operands.size() == 1 ? operands.get(0) : new Junction(kind, operands);
  }

  @Override
  public Predicate<RequestLine> is(boolean wanted) {
    List<Predicate<RequestLine>> answers = operands.stream().map(each -> each.is(wanted)).toList();
    boolean needsAll = (kind == Kind.AND) == wanted;
    if (answers.size() == 2) {
      Predicate<RequestLine> first = answers.get(0);
      Predicate<RequestLine> second = answers.get(1);
      return needsAll ? first.and(second) : first.or(second);
    }
    return needsAll ? all(answers) : any(answers);
  }

  private static Predicate<RequestLine> all(List<Predicate<RequestLine>> answers) {
    return line -> {
      for (int i = 0; i < answers.size(); i++) {
        if (!answers.get(i).test(line)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<RequestLine> any(List<Predicate<RequestLine>> answers) {
    return line -> {
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i).test(line)) {
          return true;
        }
      }
      return false;
    };
  }

  @Override
  public String text() {
    return operands.stream()
        .map(operand -> operand.textWithin(kind.binding))
        .collect(Collectors.joining(kind.word));
  }

  @Override
  public Binding binding() {
    return kind.binding;
  }

  @Override
  public void addFieldsTo(Set<LogField> fields) {
    operands.forEach(operand -> operand.addFieldsTo(fields));
  }
}
