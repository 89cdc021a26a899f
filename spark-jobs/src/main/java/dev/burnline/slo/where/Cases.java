package dev.burnline.slo.where;

import dev.burnline.scan.LogField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines that meet a condition, as cases of which no two have a line in common; so counts of
 * them may be added up.
 *
 * @param list none for no line
 */
public record Cases(List<Case> list) {

  static final Cases ALL = new Cases(List.of(Case.ANY));
  static final Cases NONE = new Cases(List.of());

  /** Nobody writes so many, and a hostile condition could make them double with every word. */
  private static final int MOST_CASES = 200;

  public Cases {
    list = List.copyOf(list);
  }

  static Cases of(LogField field, Texts texts) {
    return texts.isNone() ? NONE : new Cases(List.of(new Case(Map.of(field, texts))));
  }

  /**
   * Returns the cases of a condition on texts.
   *
   * @throws NoCasesException when it depends on anything but whole texts, or falls into too many
   */
  public static Cases of(Where condition) throws NoCasesException {
    return condition.cases(CaseReader.ofAnyLine());
  }

  /**
   * Returns the cases of a condition among lines that carry {@code present}, about which the
   * condition may only ask whether it is there.
   *
   * @throws NoCasesException when it depends on anything but whole texts, or falls into too many
   */
  public static Cases of(Where condition, LogField present) throws NoCasesException {
    return condition.cases(CaseReader.ofLinesWith(present));
  }

  /** Returns the lines that are in both. */
  public Cases and(Cases other) throws NoCasesException {
    List<Case> both = new ArrayList<>();
    for (Case one : list) {
      for (Case another : other.list) {
        one.and(another).ifPresent(both::add);
      }
      checkSize(both);
    }
    return new Cases(joined(both));
  }

  /** Returns the lines of these that are not in the others. */
  public Cases without(Cases others) throws NoCasesException {
    Cases rest = this;
    for (Case one : others.list) {
      rest = rest.and(new Cases(one.complement()));
    }
    return rest;
  }

  /** Returns the lines that are in either. */
  public Cases or(Cases other) throws NoCasesException {
    List<Case> either = new ArrayList<>(list);
    either.addAll(other.without(this).list);
    checkSize(either);
    return new Cases(joined(either));
  }

  private static void checkSize(List<Case> cases) throws NoCasesException {
    if (cases.size() > MOST_CASES) {
      throw new NoCasesException("it falls into more than %s cases".formatted(MOST_CASES));
    }
  }

  /** Makes two cases one where only one field tells them apart, until there are none such. */
  private static List<Case> joined(List<Case> cases) {
    List<Case> few = new ArrayList<>(cases);
    for (int i = 0; i < few.size(); i++) {
      for (int j = i + 1; j < few.size(); j++) {
        Optional<Case> one = few.get(i).or(few.get(j));
        if (one.isPresent()) {
          few.set(i, one.get());
          few.remove(j);
          // The bigger case may now go together with any other, also an earlier one.
          i = -1;
          break;
        }
      }
    }
    return few;
  }
}
