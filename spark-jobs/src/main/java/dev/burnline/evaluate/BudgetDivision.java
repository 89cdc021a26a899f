package dev.burnline.evaluate;

import dev.burnline.report.BudgetReview.Action;
import dev.burnline.report.BudgetReview.ActionKind;
import dev.burnline.report.BudgetReview.BurnDay;
import dev.burnline.report.BudgetReview.ProjectedDay;
import dev.burnline.report.BudgetReview.ServiceBudget;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Ledger;
import dev.burnline.report.SloReport.PolicyStep;
import dev.burnline.slo.budget.Events;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out where a service's error budgets went and what is due. */
final class BudgetDivision {

  private static final int MINUTES_OF_A_DAY = 1440;
  private static final int MOST_PROJECTED_DAYS = 14;

  private final ReportPlan plan;

  BudgetDivision(ReportPlan plan) {
    this.plan = plan;
  }

  /** Returns the service's budgets. */
  ServiceBudget of(String service, List<EvaluatedSlo> slos) {
    return new ServiceBudget(service, slos.stream().map(this::budget).toList());
  }

  private SloBudget budget(EvaluatedSlo slo) {
    MinuteSpan elapsed = slo.elapsed(plan.window());
    BigDecimal budget = slo.budget().orElse(null);
    if (budget == null) {
      return new SloBudget(
          slo.report().name(),
          slo.report().group(),
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of(new Action(ActionKind.NO_DATA, "", null, null)));
    }
    return new SloBudget(
        slo.report().name(),
        slo.report().group(),
        budget.doubleValue(),
        days(slo, elapsed, budget),
        projection(slo, elapsed, budget),
        new OtherObjectives(slo, elapsed, budget).whatIf(),
        actions(slo));
  }

  private List<BurnDay> days(EvaluatedSlo slo, MinuteSpan elapsed, BigDecimal budget) {
    MinuteSpan whole = slo.whole(plan.window());
    double all = budget.doubleValue();
    double length = (double) whole.end() - whole.start();
    List<BurnDay> days = new ArrayList<>();
    long spent = 0;
    for (CivilDay day : CivilDay.of(elapsed, plan.zone())) {
      Events events = slo.in(day.minutes());
      spent += events.bad();
      days.add(
          new BurnDay(
              day.date(),
              MinuteSpan.instantOf(day.minutes().end()),
              events.good(),
              events.total(),
              events.bad(),
              events.bad() / all,
              1 - spent / all,
              (whole.end() - day.minutes().end()) / length));
    }
    return days;
  }

  /** As {@code exhaustion_at} is worked out, a day at a time; none without events in the last. */
  private List<ProjectedDay> projection(EvaluatedSlo slo, MinuteSpan elapsed, BigDecimal budget) {
    int end = elapsed.end();
    Events lastDay = slo.in(new MinuteSpan(end - MINUTES_OF_A_DAY, end));
    if (lastDay.total() == 0) {
      return List.of();
    }
    MinuteSpan whole = slo.whole(plan.window());
    boolean isCalendar = whole.end() > end || isCalendar(slo);
    int length = whole.end() - whole.start();
    int ahead =
        isCalendar
            ? Math.min(MOST_PROJECTED_DAYS, (whole.end() - end) / MINUTES_OF_A_DAY)
            : Math.min(MOST_PROJECTED_DAYS, length / MINUTES_OF_A_DAY);
    double allowance = slo.slo().allowance().doubleValue();
    List<ProjectedDay> days = new ArrayList<>();
    for (int day = 1; day <= ahead; day++) {
      int at = end + day * MINUTES_OF_A_DAY;
      int from = isCalendar ? whole.start() : Math.min(end, at - length);
      Events left = slo.in(new MinuteSpan(from, end));
      double bad = left.bad() + (double) day * lastDay.bad();
      double total = left.total() + (double) day * lastDay.total();
      double allowed = isCalendar ? budget.doubleValue() : allowance * total;
      days.add(new ProjectedDay(MinuteSpan.instantOf(at), 1 - bad / allowed));
    }
    return days;
  }

  private static boolean isCalendar(EvaluatedSlo slo) {
    return slo.report().window().kind().equals("calendar");
  }

  private List<Action> actions(EvaluatedSlo slo) {
    List<Action> actions = new ArrayList<>();
    slo.report().policy().stream()
        .filter(PolicyStep::triggered)
        .sorted(Comparator.comparingDouble(PolicyStep::threshold).reversed())
        .forEach(
            step ->
                actions.add(new Action(ActionKind.POLICY, step.action(), step.threshold(), null)));
    Ledger ledger = slo.report().ledger();
    if (ledger != null) {
      for (Ledger.Entry entry : ledger.postMortems()) {
        actions.add(new Action(ActionKind.POST_MORTEM, entry.label(), entry.budgetShare(), null));
      }
    }
    Instant exhaustion = forecast(slo);
    if (exhaustion != null) {
      actions.add(new Action(ActionKind.EXHAUSTION, "", null, exhaustion));
    }
    return actions;
  }

  /** When the budget will be used up; null when it is already, or will not be. */
  private @Nullable Instant forecast(EvaluatedSlo slo) {
    Instant at = slo.report().exhaustionAt();
    Instant now = MinuteSpan.instantOf(plan.window().end());
    return at == null || Duration.between(now, at).isZero() ? null : at;
  }
}
