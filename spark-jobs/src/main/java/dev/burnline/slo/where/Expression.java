package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A condition as a tree. Its value on a line is true, false or unknown; unknown comes from absent
 * fields.
 */
sealed interface Expression
    permits Absence, Comparison, Constant, Junction, Membership, Negation, Untrue {

  /**
   * Returns when the condition is certainly {@code wanted}. Asking a tree for a definite answer
   * turns three-valued logic into plain predicates: unknown is what satisfies neither question.
   */
  Predicate<RequestLine> is(boolean wanted);

  /** Returns the canonical text. */
  String text();

  /** Returns how tightly the outermost operator of {@link #text()} binds. */
  Binding binding();

  /** Adds the fields that are read. */
  void addFieldsTo(Set<LogField> fields);

  /** Returns the canonical text, in parentheses where it binds less tightly than its context. */
  default String textWithin(Binding context) {
    return binding().compareTo(context) < 0 ? "(" + text() + ")" : text();
  }

  /** Loosest first. */
  enum Binding {
    OR,
    AND,
    NOT,
    ATOM
  }
}
