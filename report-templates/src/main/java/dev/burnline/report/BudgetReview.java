package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.SloReport.Group;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a budget review has beside its services: where the error budgets went and what is due.
 *
 * @param services one entry per service of the report, in its order
 */
public record BudgetReview(List<ServiceBudget> services) {

  public BudgetReview {
    services = List.copyOf(services);
  }

  /**
   * The budgets of one service.
   *
   * @param slos in the order of the service's SLOs, without their groups
   */
  public record ServiceBudget(String service, List<SloBudget> slos) implements Serializable {

    public ServiceBudget {
      requireNonNull(service, "service is null");
      slos = List.copyOf(slos);
    }
  }

  /**
   * The budget of one SLO. Without events in the SLO window there are no days, no projection and no
   * what-if. What it was spent on stands in {@link SloReport#ledger()}.
   *
   * @param slo its name
   * @param group as in {@link SloReport#group()}
   * @param budget bad events that stand for all of the budget: of a calendar window those of the
   *     projected one, else {@link SloReport.Budget#total()}; null without events
   * @param days the burn-down, by civil days of the report's zone; the first and the last day are
   *     cut where the SLO window begins and ends
   * @param projection what is left at the ends of coming days if the last day goes on
   * @param whatIf the same events under other objectives
   * @param actions what is due, most pressing first
   */
  public record SloBudget(
      String slo,
      @Nullable Group group,
      @Nullable Double budget,
      List<BurnDay> days,
      List<ProjectedDay> projection,
      List<WhatIf> whatIf,
      List<Action> actions)
      implements Serializable {

    public SloBudget {
      requireNonNull(slo, "slo is null");
      days = List.copyOf(days);
      projection = List.copyOf(projection);
      whatIf = List.copyOf(whatIf);
      actions = List.copyOf(actions);
    }

    /** Whether some incident spent so much that it has to be looked into. */
    public boolean postMortemRequired() {
      return actions.stream().anyMatch(action -> action.kind() == ActionKind.POST_MORTEM);
    }
  }

  /**
   * One day of a burn-down.
   *
   * @param end the end of the day, or of the SLO window where that is earlier
   * @param spentRatio bad events of the day over the whole budget
   * @param remainingRatio what is left at {@code end} of a budget that was whole at the window's
   *     start; negative when overspent
   * @param idealRatio what would be left had it been spent evenly over the window, 0 to 1
   */
  public record BurnDay(
      LocalDate date,
      Instant end,
      long good,
      long total,
      long bad,
      double spentRatio,
      double remainingRatio,
      double idealRatio)
      implements Serializable {

    public BurnDay {
      requireNonNull(date, "date is null");
      requireNonNull(end, "end is null");
    }
  }

  /**
   * A day to come.
   *
   * @param at its end
   * @param remainingRatio of the window as it will be then; old bad events leave a rolling one
   */
  public record ProjectedDay(Instant at, double remainingRatio) implements Serializable {

    public ProjectedDay {
      requireNonNull(at, "at is null");
    }
  }

  /**
   * The SLO window's events under another objective.
   *
   * @param objective 0 to 1 exclusive
   * @param budget bad events that it would allow
   * @param consumedRatio bad events over these
   * @param exhaustedAt the end of the minute in which the window's bad events came to all of the
   *     budget; null when they did not
   */
  public record WhatIf(
      double objective,
      long good,
      long bad,
      double budget,
      double consumedRatio,
      @Nullable Instant exhaustedAt)
      implements Serializable {}

  /** What an action is about; in JSON in lower case. */
  public enum ActionKind {
    /** A step of the budget policy is reached. */
    POLICY,
    /** One incident spent more than a fifth of the budget. */
    POST_MORTEM,
    /** The budget will be used up if the last day goes on. */
    EXHAUSTION,
    /** There is nothing to judge by. */
    NO_DATA
  }

  /**
   * What is due.
   *
   * @param detail the policy's action, or the label of the incident; empty otherwise
   * @param ratio the policy's threshold, or the share of the budget that the incident spent; null
   *     otherwise
   * @param at when the budget is used up; null otherwise
   */
  public record Action(ActionKind kind, String detail, @Nullable Double ratio, @Nullable Instant at)
      implements Serializable {

    public Action {
      requireNonNull(kind, "kind is null");
      requireNonNull(detail, "detail is null");
    }
  }
}
