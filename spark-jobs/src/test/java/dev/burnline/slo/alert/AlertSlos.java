package dev.burnline.slo.alert;

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
final class AlertSlos {

  private AlertSlos() {}

  static Slo slo(String target, int days, LowTrafficGuard lowTraffic) {
    return new Slo(
        "up",
        "Is it up",
        new ServiceScope.Every(),
        new BigDecimal(target),
        new TimeWindow.Rolling(new DurationShorthand(days, DurationShorthand.Unit.DAY)),
        new BudgetingMethod.Occurrences(),
        new Counter("good", Set.of(), line -> true),
        new Counter("total", Set.of(), line -> true),
        null,
        BudgetPolicy.DEFAULT,
        lowTraffic,
        EmptySlices.EXCLUDED,
        Exclusions.NONE,
        List.of(),
        List.of());
  }
}
