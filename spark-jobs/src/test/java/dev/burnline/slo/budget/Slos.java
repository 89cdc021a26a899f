package dev.burnline.slo.budget;

import dev.burnline.rollup.Counter;
import dev.burnline.slo.BudgetPolicy;
import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** SLOs for tests. */
final class Slos {

  private Slos() {}

  static Slo slo(String target, String window) {
    return slo(target, window, LowTrafficGuard.DEFAULT);
  }

  static Slo slo(String target, String window, LowTrafficGuard lowTraffic) {
    return slo(
        target,
        new TimeWindow.Rolling(DurationShorthand.parse(window).orElseThrow()),
        new BudgetingMethod.Occurrences(),
        lowTraffic);
  }

  static Slo slo(
      String target, TimeWindow window, BudgetingMethod method, LowTrafficGuard lowTraffic) {
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
        List.of(),
        List.of());
  }
}
