package dev.burnline.report;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One SLO of one service.
 *
 * @param group which of the events of the SLO these are; null for all of them
 * @param objective the target, 0 to 1 exclusive
 * @param threshold what makes an event good, for an SLO over a measured value; null for a ratio of
 *     counted events
 * @param budgetingMethod as in OpenSLO, for example {@code Occurrences}
 * @param good good events in the SLO window
 * @param total valid events in the SLO window
 * @param bad {@code total - good}
 * @param sli good over total in the SLO window; null without events
 * @param raw events of the SLO window with those of excluded maintenance; null when nothing is
 *     excluded. All other figures leave these out
 * @param estimate how far the counts may be off; null when they are exact
 * @param period the same over the report's own window; in a budget review, whose window is the
 *     longest of all, over the SLO's own as far as it has passed
 * @param burnRates by lookback ({@code 5m} to {@code 3d}), looking back from the window's end; null
 *     where the lookback has no events
 * @param exhaustionAt when the budget is used up if the last day's burn goes on, at most one SLO
 *     window ahead; the window's end when it is used up already; null when it is not
 * @param badTimes when the bad events of the report's own window came; null in a report that is
 *     older than this field
 * @param ledger what the budget was spent on; null without events, for a group, and in a report
 *     that is older than this field
 */
public record SloReport(
    String name,
    String displayName,
    @Nullable Group group,
    double objective,
    @Nullable Threshold threshold,
    String budgetingMethod,
    SloWindow window,
    long good,
    long total,
    long bad,
    @Nullable Double sli,
    @Nullable Period raw,
    @Nullable Estimate estimate,
    Period period,
    @Nullable Budget budget,
    Map<String, @Nullable Double> burnRates,
    @Nullable Instant exhaustionAt,
    List<PolicyStep> policy,
    Status status,
    @Nullable BadTimes badTimes,
    @Nullable Ledger ledger)
    implements Serializable {

  public SloReport {
    requireNonNull(name, "name is null");
    requireNonNull(displayName, "displayName is null");
    requireNonNull(budgetingMethod, "budgetingMethod is null");
    requireNonNull(window, "window is null");
    requireNonNull(period, "period is null");
    burnRates = Collections.unmodifiableMap(new LinkedHashMap<>(burnRates));
    policy = List.copyOf(policy);
    requireNonNull(status, "status is null");
  }

  /** Returns the same as the report of one group of the SLO's events. */
  public SloReport of(Group only) {
    return with(only, estimate, null);
  }

  /** Returns the same with bounds of its counts; null when they are exact. */
  public SloReport with(@Nullable Estimate bounds) {
    return with(group, bounds, ledger);
  }

  /** Returns the same with what the budget was spent on. */
  public SloReport with(Ledger spent) {
    return with(group, estimate, spent);
  }

  /** Returns whether these are all events of the SLO, not those of one group. */
  public boolean isWhole() {
    return group == null;
  }

  private SloReport with(@Nullable Group only, @Nullable Estimate bounds, @Nullable Ledger spent) {
    return new SloReport(
        name,
        displayName,
        only,
        objective,
        threshold,
        budgetingMethod,
        window,
        good,
        total,
        bad,
        sli,
        raw,
        bounds,
        period,
        budget,
        burnRates,
        exhaustionAt,
        policy,
        status,
        badTimes,
        spent);
  }

  /**
   * The events that have one value in one field, or all those that are in no other group by it.
   *
   * @param field of the request line, for example {@code model}
   * @param value null for the rest
   * @param rest what the rest is; null for one value
   */
  public record Group(String field, @Nullable String value, @Nullable Rest rest)
      implements Serializable {

    public Group {
      requireNonNull(field, "field is null");
      if ((value == null) == (rest == null)) {
        throw new IllegalArgumentException(
            "a group is of one value or the rest, got %s and %s".formatted(value, rest));
      }
    }

    /** The events that have one value. */
    public Group(String field, String value) {
      this(field, requireNonNull(value, "value is null"), null);
    }

    /** The events that are in no other group. */
    public Group(String field, Rest rest) {
      this(field, null, requireNonNull(rest, "rest is null"));
    }
  }

  /**
   * The values that do not stand on their own, and the events without a value.
   *
   * @param values how many there are in the SLO window
   * @param atLeast whether there may be more of them
   * @param sampledFrom the number of values that were counted one by one, chosen by their hashes,
   *     when more were seen, so that the worst are the worst of these; null when all were counted
   */
  public record Rest(long values, boolean atLeast, @Nullable Long sampledFrom)
      implements Serializable {

    public Rest {
      if (values < 0) {
        throw new IllegalArgumentException("there cannot be %d values".formatted(values));
      }
    }
  }

  /**
   * Bounds of counts that were not made while the log was read, because the SLO came later and the
   * log was gone.
   *
   * @param reason in a sentence
   * @param goodAtLeast good events of the SLO window that are sure
   * @param goodAtMost good events of the SLO window that are possible
   * @param totalAtLeast valid events of the SLO window that are sure
   * @param totalAtMost valid events of the SLO window that are possible
   */
  public record Estimate(
      String reason, long goodAtLeast, long goodAtMost, long totalAtLeast, long totalAtMost)
      implements Serializable {

    public Estimate {
      requireNonNull(reason, "reason is null");
    }
  }

  /** State of the error budget at the window's end. */
  public enum Status {
    /** Budget left and no burn that endangers it. */
    HEALTHY,
    /** A burn-rate alert holds, or exhaustion is forecast within 7 days. */
    BURNING,
    /** Nothing left. */
    EXHAUSTED,
    /** No event in the SLO window. */
    NO_DATA
  }

  /**
   * An event is good when its measured value compares so with the limit.
   *
   * @param field of the request line, for example {@code duration_ms}; its unit is the value's
   * @param op as in OpenSLO: {@code lte}, {@code lt}, {@code gte} or {@code gt}
   * @param value the limit
   */
  public record Threshold(String field, String op, double value) implements Serializable {

    public Threshold {
      requireNonNull(field, "field is null");
      requireNonNull(op, "op is null");
    }
  }

  /**
   * The SLO's own window, half open.
   *
   * @param kind {@code rolling} or {@code calendar}
   * @param duration as written in the SLO file, for example {@code 30d}
   */
  public record SloWindow(Instant start, Instant end, String kind, String duration)
      implements Serializable {}

  /** Events of the report's window. */
  public record Period(long good, long total, long bad, @Nullable Double sli)
      implements Serializable {}

  /**
   * The error budget of the SLO window; null in {@link SloReport} without events.
   *
   * @param total bad events that the objective allows: (1 - objective) * total, a fraction is kept
   * @param consumed bad events
   * @param consumedRatio consumed over total; above 1 when overspent
   * @param remainingRatio 1 - consumedRatio; negative when overspent
   * @param minutesRemaining remainingRatio as minutes of full outage: times (1 - objective) *
   *     window
   * @param projectedTotal for a calendar window, {@code total} if events go on to its end as they
   *     came until now; null for a rolling window
   */
  public record Budget(
      double total,
      double consumed,
      double consumedRatio,
      double remainingRatio,
      double minutesRemaining,
      @Nullable Double projectedTotal)
      implements Serializable {}

  /**
   * A step of the error-budget policy: what is due above {@code threshold} of it consumed, of 1 or
   * more at it.
   */
  public record PolicyStep(double threshold, String action, boolean triggered)
      implements Serializable {}
}
