package dev.burnline.slo.where;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A condition on a request line. Comparing an absent field gives unknown, and a line meets the
 * condition only when it is true; text is ordered by UTF-16 code units. Two conditions are equal
 * when their canonical texts are.
 */
public final class Where {

  private final Expression expression;
  private final String text;
  private final Set<LogField> fields;
  private final Predicate<RequestLine> predicate;

  private Where(Expression expression) {
    this.expression = expression;
    this.text = expression.text();
    Set<LogField> read = EnumSet.noneOf(LogField.class);
    expression.addFieldsTo(read);
    this.fields = Collections.unmodifiableSet(read);
    this.predicate = expression.is(true);
  }

  /**
   * Reads a condition.
   *
   * @throws WhereException when it is not one, with the place
   */
  public static Where parse(String text) throws WhereException {
    return new Where(Parser.parse(requireNonNull(text, "text is null"), Parser.Syntax.WRITTEN));
  }

  /**
   * Reads what {@link #canonical} returned, which may hold more than a condition that is written.
   *
   * @throws WhereException when it is something else
   */
  public static Where ofCanonical(String text) throws WhereException {
    return new Where(Parser.parse(requireNonNull(text, "text is null"), Parser.Syntax.CANONICAL));
  }

  /** Returns the condition that every line meets. */
  public static Where always() {
    return new Where(new Constant(true));
  }

  /** Returns the condition that the line carries the field. */
  public static Where present(LogField field) {
    return new Where(new Negation(new Absence(field)));
  }

  /** Returns the condition {@code field = text} on a text field. */
  public static Where is(LogField field, String text) {
    if (field.type() != LogField.Type.TEXT) {
      throw new IllegalArgumentException("a text field is needed, got " + field);
    }
    return new Where(new Comparison(field, Operator.EQUAL, new Literal.Text(text)));
  }

  /** Returns the condition {@code field <= limit} on a number field. */
  public static Where atMost(LogField field, double limit) {
    return comparison(field, Operator.LESS_OR_EQUAL, limit);
  }

  /** Returns the condition {@code field < limit} on a number field. */
  public static Where below(LogField field, double limit) {
    return comparison(field, Operator.LESS, limit);
  }

  /** Returns the condition {@code field >= limit} on a number field. */
  public static Where atLeast(LogField field, double limit) {
    return comparison(field, Operator.GREATER_OR_EQUAL, limit);
  }

  /** Returns the condition {@code field > limit} on a number field. */
  public static Where above(LogField field, double limit) {
    return comparison(field, Operator.GREATER, limit);
  }

  private static Where comparison(LogField field, Operator operator, double limit) {
    if (field.type() != LogField.Type.NUMBER || !Double.isFinite(limit)) {
      throw new IllegalArgumentException(
          "a number field and a finite limit are needed, got %s and %s".formatted(field, limit));
    }
    return new Where(new Comparison(field, operator, new Literal.Amount(limit)));
  }

  /** Returns the condition that both hold. */
  public Where and(Where other) {
    return expression.equals(new Constant(true))
        ? other
        : new Where(new Junction(Junction.Kind.AND, List.of(expression, other.expression)));
  }

  /** Returns the condition that this one holds and {@code other} is false or unknown. */
  public Where unless(Where other) {
    return and(new Where(new Untrue(other.expression)));
  }

  /**
   * Returns what this condition asks beyond another that it was made from with {@link #and} or
   * {@link #unless}; this condition as it is when it was not.
   */
  public Where beyond(Where other) {
    if (!(expression instanceof Junction whole) || whole.kind() != Junction.Kind.AND) {
      return this;
    }
    List<Expression> known =
        other.expression instanceof Junction part && part.kind() == Junction.Kind.AND
            ? part.operands()
            : List.of(other.expression);
    List<Expression> all = whole.operands();
    return all.size() > known.size() && all.subList(0, known.size()).equals(known)
        ? new Where(Junction.of(Junction.Kind.AND, all.subList(known.size(), all.size())))
        : this;
  }

  /**
   * Returns what this condition asked before another was put behind it with {@link #and}; this
   * condition as it is when that was not done.
   */
  public Where before(Where last) {
    if (!(expression instanceof Junction whole) || whole.kind() != Junction.Kind.AND) {
      return this;
    }
    List<Expression> all = whole.operands();
    int end = all.size() - 1;
    return all.get(end).equals(last.expression)
        ? new Where(Junction.of(Junction.Kind.AND, all.subList(0, end)))
        : this;
  }

  /** Returns the canonical text: the same for texts that differ in spacing, case or grouping. */
  public String canonical() {
    return text;
  }

  /** Returns how many of some requests meet the condition, as far as can be told without them. */
  public CountBounds bounds(KnownRequests requests) {
    return new BoundedCount(requests).of(expression, true);
  }

  /** Returns the fields that the condition reads. */
  public Set<LogField> fields() {
    return fields;
  }

  /** Returns whether a line meets the condition; thread-safe, allocates nothing per line. */
  public Predicate<RequestLine> predicate() {
    return predicate;
  }

  Cases cases(CaseReader reader) throws NoCasesException {
    return reader.read(expression, true);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Where that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
