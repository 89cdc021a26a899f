package dev.burnline.slo.budget;

import dev.burnline.rollup.Counter;
import dev.burnline.slo.BudgetPolicy;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** SLOs for tests. */
public final class Slos {

  private Slos() {}

  public static Slo slo(String target, String window) {
    return slo(target, window, LowTrafficGuard.DEFAULT);
  }

  public static Slo slo(String target, String window, LowTrafficGuard lowTraffic) {
    return slo(
        target,
        new TimeWindow.Rolling(DurationShorthand.parse(window).orElseThrow()),
        new BudgetingMethod.Occurrences(),
        lowTraffic);
  }

  public static Slo slo(
      String target, TimeWindow window, BudgetingMethod method, LowTrafficGuard lowTraffic) {
    return slo(target, window, method, lowTraffic, EmptySlices.EXCLUDED, Exclusions.NONE);
  }

  public static Slo slo(
      String target,
      TimeWindow window,
      BudgetingMethod method,
      EmptySlices empty,
      Exclusions exclusions) {
    return slo(target, window, method, LowTrafficGuard.DEFAULT, empty, exclusions);
  }

  private static Slo slo(
      String target,
      TimeWindow window,
      BudgetingMethod method,
      LowTrafficGuard lowTraffic,
      EmptySlices empty,
      Exclusions exclusions) {
    return new Slo(
        "up",
        "Is it up",
        new ServiceScope.Every(),
        new BigDecimal(target),
        window,
        method,
        new Counter("good", Set.of(), line -> true),
        new Counter("total", Set.of(), line -> true),
        null,
        BudgetPolicy.DEFAULT,
        lowTraffic,
        empty,
        exclusions,
        List.of(),
        List.of());
  }
}
