package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a condition apart into cases. As in {@link Expression#is}, a tree is asked when it is
 * certainly true or certainly false; unknown is in neither answer.
 */
final class CaseReader {

  /** A line without these gets a value while it is read. */
  private static final Set<LogField> NEVER_ABSENT = Set.of(LogField.SERVICE, LogField.STATUS);

  private final Optional<LogField> present;

  private CaseReader(Optional<LogField> present) {
    this.present = present;
  }

  static CaseReader ofAnyLine() {
    return new CaseReader(Optional.empty());
  }

  static CaseReader ofLinesWith(LogField present) {
    return new CaseReader(Optional.of(present));
  }

  /** Returns the lines on which the condition is certainly {@code wanted}. */
  Cases read(Expression condition, boolean wanted) throws NoCasesException {
    if (condition instanceof Negation not) {
      return read(not.operand(), !wanted);
    }
    if (condition instanceof Untrue untrue) {
      Cases whenTrue = read(untrue.operand(), true);
      return wanted ? Cases.ALL.without(whenTrue) : whenTrue;
    }
    if (condition instanceof Constant constant) {
      return constant.value() == wanted ? Cases.ALL : Cases.NONE;
    }
    if (condition instanceof Junction junction) {
      return junction(junction, wanted);
    }
    if (condition instanceof Absence absence) {
      return absence(absence.field(), wanted);
    }
    if (condition instanceof Membership membership) {
      return relation(membership.field(), membership.values(), wanted);
    }
    Comparison comparison = (Comparison) condition;
    if (!comparison.operator().isEquality()) {
      throw new NoCasesException(
          "'%s' compares by order, and only =, <>, in and is null tell cases apart"
              .formatted(comparison.text()));
    }
    return relation(
        comparison.field(),
        List.of(comparison.value()),
        (comparison.operator() == Operator.EQUAL) == wanted);
  }

  private Cases junction(Junction junction, boolean wanted) throws NoCasesException {
    boolean needsAll = (junction.kind() == Junction.Kind.AND) == wanted;
    Cases cases = needsAll ? Cases.ALL : Cases.NONE;
    for (Expression operand : junction.operands()) {
      Cases more = read(operand, wanted);
      cases = needsAll ? cases.and(more) : cases.or(more);
    }
    return cases;
  }

  private Cases absence(LogField field, boolean wanted) throws NoCasesException {
    if (present.filter(field::equals).isPresent()) {
      return wanted ? Cases.NONE : Cases.ALL;
    }
    checkType(field);
    if (NEVER_ABSENT.contains(field)) {
      return wanted ? Cases.NONE : Cases.ALL;
    }
    Texts absent = Texts.only(List.of(""));
    return Cases.of(field, wanted ? absent : absent.complement());
  }

  private static Cases relation(LogField field, List<Literal> values, boolean isIn)
      throws NoCasesException {
    checkType(field);
    List<String> texts = new ArrayList<>();
    for (Literal value : values) {
      texts.add(((Literal.Text) value).value());
    }
    if (texts.contains("")) {
      throw new NoCasesException(
          "'%s' is compared with the empty text, which cannot be told from an absent field"
              .formatted(field.key()));
    }
    if (!isIn && !NEVER_ABSENT.contains(field)) {
      texts.add("");
    }
    return Cases.of(field, isIn ? Texts.only(texts) : Texts.allBut(texts));
  }

  private static void checkType(LogField field) throws NoCasesException {
    switch (field.type()) {
      case TEXT -> {}
      case NUMBER -> throw new NoCasesException("'%s' is a number".formatted(field.key()));
      case FLAG -> throw new NoCasesException("'%s' is true or false".formatted(field.key()));
      case TIME -> throw new NoCasesException("'%s' is a time".formatted(field.key()));
    }
  }
}
