package dev.burnline.evaluate;

import dev.burnline.report.AlertReport;
import dev.burnline.report.Ledger;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.budget.Events;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells an SLO window's bad events apart by incident. An incident is an episode of an alert, from
 * the start of the first long lookback to its end. A minute belongs to one incident only: pages
 * come before tickets, and earlier ones before later ones, so a ticket that a short outage raised
 * too does not count it again.
 */
final class Incidents {

  private final EvaluatedSlo slo;
  private final MinuteSpan window;
  private final BigDecimal budget;
  private final List<MinuteSpan> taken = new ArrayList<>();

  /**
   * Creates a division of the bad events.
   *
   * @param budget bad events that stand for all of the budget
   */
  Incidents(EvaluatedSlo slo, MinuteSpan window, BigDecimal budget) {
    this.slo = slo;
    this.window = window;
    this.budget = budget;
  }

  /** Returns the incidents that have bad events by their start, then what is in none of them. */
  List<Ledger.Entry> of(List<AlertReport> alerts) {
    long all = slo.in(window).bad();
    if (all == 0) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    alerts.stream()
        .filter(alert -> alert.burnLong() != null)
        .sorted(Comparator.comparing(AlertReport::severity).thenComparing(AlertReport::startsAt))
        .forEach(alert -> found.add(new Found(alert, take(span(alert)))));
    found.sort(Comparator.comparing(one -> one.alert.startsAt()));
    List<Ledger.Entry> entries = new ArrayList<>();
    long rest = all;
    for (Found one : found) {
      if (one.bad > 0) {
        entries.add(entry(label(one.alert), one.bad, all));
        rest -= one.bad;
      }
    }
    if (rest > 0) {
      entries.add(entry(Ledger.REST, rest, all));
    }
    return entries;
  }

  private record Found(AlertReport alert, long bad) {}

  private Ledger.Entry entry(String label, long bad, long all) {
    double ofBudget = BigDecimal.valueOf(bad).divide(budget, MathContext.DECIMAL128).doubleValue();
    return new Ledger.Entry(label, bad, (double) bad / all, ofBudget, List.of());
  }

  /** The severity and the instants: the same in every language. */
  private static String label(AlertReport alert) {
    var end = alert.endsAt();
    return alert.severity().name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + alert.startsAt()
        + "/"
        + (end == null ? ".." : end);
  }

  private MinuteSpan span(AlertReport alert) {
    Duration lookback =
        DurationShorthand.parse(alert.longWindow())
            .flatMap(DurationShorthand::fixedLength)
            .orElse(Duration.ZERO);
    long start = Math.floorDiv(alert.startsAt().minus(lookback).getEpochSecond(), 60L);
    var endsAt = alert.endsAt();
    long end = endsAt == null ? window.end() : Math.floorDiv(endsAt.getEpochSecond(), 60L);
    int from = (int) Math.min(Math.max(start, window.start()), window.end());
    return new MinuteSpan(from, (int) Math.max(from, Math.min(end, window.end())));
  }

  /** Takes what of a span nobody has taken, and returns its bad events. */
  private long take(MinuteSpan span) {
    List<MinuteSpan> free = List.of(span);
    for (MinuteSpan other : taken) {
      free = free.stream().flatMap(part -> without(part, other).stream()).toList();
    }
    taken.addAll(free);
    return free.stream().map(slo::in).mapToLong(Events::bad).sum();
  }

  private static List<MinuteSpan> without(MinuteSpan span, MinuteSpan other) {
    if (other.end() <= span.start() || span.end() <= other.start()) {
      return List.of(span);
    }
    List<MinuteSpan> left = new ArrayList<>();
    if (span.start() < other.start()) {
      left.add(new MinuteSpan(span.start(), other.start()));
    }
    if (other.end() < span.end()) {
      left.add(new MinuteSpan(other.end(), span.end()));
    }
    return left;
  }
}
