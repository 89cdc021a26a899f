package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import dev.burnline.slo.where.KnownRequests.KnownText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts requests that meet a condition without seeing them. What compares texts that all of them
 * share is decided at once; limits of one number joined by {@code and} are one range of it; the
 * rest follows from the bounds that hold for any two sets.
 */
final class BoundedCount {

  private final KnownRequests requests;
  private final long count;

  BoundedCount(KnownRequests requests) {
    this.requests = requests;
    this.count = requests.count();
  }

  /** Returns of how many requests the condition is certainly {@code wanted}. */
  CountBounds of(Expression condition, boolean wanted) {
    if (condition instanceof Constant constant) {
      return allOrNone(constant.value() == wanted);
    }
    if (condition instanceof Negation negation) {
      return of(negation.operand(), !wanted);
    }
    if (condition instanceof Untrue untrue) {
      CountBounds isTrue = of(untrue.operand(), true);
      return wanted ? isTrue.othersOf(count) : isTrue;
    }
    if (condition instanceof Junction junction) {
      boolean needsAll = (junction.kind() == Junction.Kind.AND) == wanted;
      return needsAll ? all(junction, wanted) : any(junction, wanted);
    }
    NumberLimit limit = NumberLimit.of(condition, wanted);
    return limit == null
        ? ofText(condition, wanted)
        : requests.within(limit.field(), limit.range()).orElse(CountBounds.untold(count));
  }

  private CountBounds allOrNone(boolean all) {
    return CountBounds.exactly(all ? count : 0);
  }

  private CountBounds all(Junction junction, boolean wanted) {
    Map<LogField, NumberRange> ranges = new EnumMap<>(LogField.class);
    List<CountBounds> parts = new ArrayList<>();
    for (Expression operand : junction.operands()) {
      NumberLimit limit = NumberLimit.of(operand, wanted);
      if (limit == null) {
        parts.add(of(operand, wanted));
      } else {
        ranges.merge(limit.field(), limit.range(), NumberRange::and);
      }
    }
    ranges.forEach(
        (field, range) ->
            parts.add(requests.within(field, range).orElse(CountBounds.untold(count))));
    return parts.stream().reduce(allOrNone(true), (a, b) -> a.and(b, count));
  }

  /** Some hold where not all fail to hold. */
  private CountBounds any(Junction junction, boolean wanted) {
    CountBounds none = allOrNone(true);
    for (Expression operand : junction.operands()) {
      none = none.and(of(operand, wanted).othersOf(count), count);
    }
    return none.othersOf(count);
  }

  private CountBounds ofText(Expression condition, boolean wanted) {
    if (condition instanceof Comparison comparison && comparison.value() instanceof Literal.Text) {
      return ofText(comparison.field(), condition, wanted);
    }
    if (condition instanceof Membership membership) {
      return membership.field().type() == LogField.Type.NUMBER
          ? ofNumbers(membership, wanted)
          : ofText(membership.field(), condition, wanted);
    }
    if (condition instanceof Absence absence) {
      return absence.field().type() == LogField.Type.NUMBER
          ? ofAbsence(absence.field(), wanted)
          : ofText(absence.field(), condition, wanted);
    }
    if (condition instanceof Comparison comparison
        && comparison.value() instanceof Literal.Amount number) {
      // Only <> is left: present and not equal.
      NumberRange equal = new NumberRange(number.value(), number.value());
      return present(comparison.field())
          .flatMap(all -> requests.within(comparison.field(), equal).map(some -> minus(all, some)))
          .orElse(CountBounds.untold(count));
    }
    return CountBounds.untold(count);
  }

  private CountBounds ofAbsence(LogField field, boolean wanted) {
    return present(field)
        .map(present -> wanted ? present.othersOf(count) : present)
        .orElse(CountBounds.untold(count));
  }

  private CountBounds ofNumbers(Membership membership, boolean wanted) {
    Optional<CountBounds> sum = Optional.of(CountBounds.exactly(0));
    for (Literal value : membership.values()) {
      double number = ((Literal.Amount) value).value();
      sum =
          sum.flatMap(
              before ->
                  requests
                      .within(membership.field(), new NumberRange(number, number))
                      .map(before::plus));
    }
    Optional<CountBounds> in = sum;
    return present(membership.field())
        .flatMap(all -> in.map(some -> wanted ? limited(some, all) : minus(all, some)))
        .orElse(CountBounds.untold(count));
  }

  private Optional<CountBounds> present(LogField field) {
    return requests.within(field, NumberRange.ALL);
  }

  /** Values of one bucket may each be possible for all of its requests. */
  private static CountBounds limited(CountBounds some, CountBounds all) {
    long most = Math.min(some.atMost(), all.atMost());
    return new CountBounds(Math.min(some.atLeast(), most), most, some.guess(), some.isTold());
  }

  private static CountBounds minus(CountBounds all, CountBounds some) {
    return new CountBounds(
        Math.max(0, all.atLeast() - some.atMost()),
        Math.max(0, all.atMost() - some.atLeast()),
        all.guess() - some.guess(),
        all.isTold() && some.isTold());
  }

  private CountBounds ofText(LogField field, Expression condition, boolean wanted) {
    Optional<KnownText> known = requests.text(field);
    return known.isEmpty()
        ? CountBounds.untold(count)
        : allOrNone(condition.is(wanted).test(new OneText(field, known.get().value())));
  }

  /** A line that carries one text. */
  private record OneText(LogField field, @Nullable String value) implements RequestLine {

    @Override
    public @Nullable String text(LogField asked) {
      return asked == field ? value : null;
    }

    @Override
    public double number(LogField asked) {
      return Double.NaN;
    }
  }

  /** A condition that is met by the numbers of a range. */
  private record NumberLimit(LogField field, NumberRange range) {

    static @Nullable NumberLimit of(Expression condition, boolean wanted) {
      if (condition instanceof Negation negation) {
        return of(negation.operand(), !wanted);
      }
      if (condition instanceof Absence absence
          && !wanted
          && absence.field().type() == LogField.Type.NUMBER) {
        return new NumberLimit(absence.field(), NumberRange.ALL);
      }
      if (condition instanceof Comparison comparison
          && comparison.value() instanceof Literal.Amount number) {
        Operator operator = wanted ? comparison.operator() : comparison.operator().opposite();
        return operator == Operator.NOT_EQUAL
            ? null
            : new NumberLimit(comparison.field(), NumberRange.of(operator, number.value()));
      }
      return null;
    }
  }
}
