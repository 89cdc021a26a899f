package dev.burnline.evaluate;

import dev.burnline.rollup.Counter;
import dev.burnline.scan.LogField;
import dev.burnline.slo.BudgetPolicy;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.where.Where;
import dev.burnline.slo.where.WhereException;
import java.math.BigDecimal;
import java.util.List;

/** SLOs for every service, of conditions as they are written in a file. */
final class SomeSlos {

  private SomeSlos() {}

  /** Good events are the valid ones that meet {@code good}, too. */
  static Slo of(String total, String good, LogField... groupBy) {
    Where valid = where(total);
    return slo(valid, valid.and(where(good)), groupBy);
  }

  /** Good events are the valid ones that do not meet {@code bad}. */
  static Slo unless(String total, String bad, LogField... groupBy) {
    Where valid = where(total);
    return slo(valid, valid.unless(where(bad)), groupBy);
  }

  private static Slo slo(Where valid, Where good, LogField... groupBy) {
    return new Slo(
        "slo",
        "An SLO",
        new ServiceScope.Every(),
        new BigDecimal("0.99"),
        new TimeWindow.Rolling(DurationShorthand.parse("30d").orElseThrow()),
        new BudgetingMethod.Occurrences(),
        counter(good),
        counter(valid),
        null,
        BudgetPolicy.DEFAULT,
        LowTrafficGuard.DEFAULT,
        EmptySlices.EXCLUDED,
        Exclusions.NONE,
        List.of(),
        List.of(groupBy));
  }

  private static Counter counter(Where where) {
    return new Counter(where.canonical(), where.fields(), where.predicate());
  }

  private static Where where(String text) {
    try {
      return Where.parse(text);
    } catch (WhereException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
