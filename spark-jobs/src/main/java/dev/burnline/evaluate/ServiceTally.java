package dev.burnline.evaluate;

import static java.util.Objects.requireNonNull;

import dev.burnline.report.SloReport;
import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.Exemplars;
import dev.burnline.rollup.GpuFigures;
import dev.burnline.rollup.GroupMinute;
import dev.burnline.rollup.GroupValues;
import dev.burnline.rollup.Outcome;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.rollup.ServiceQuarter;
import dev.burnline.rollup.ServiceQuarter.LengthBin;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that a report needs of one service. */
public final class ServiceTally implements Tally {

  private static final long serialVersionUID = 1L;

  private final String service;
  private final MeasureTally measures;
  private final OutcomeTotals window = new OutcomeTotals();
  private final OutcomeTotals previous = new OutcomeTotals();
  private final OutcomeTotals baseline = new OutcomeTotals();
  private final SortedMap<Integer, MinuteTally> minutes = new TreeMap<>();
  private final SortedMap<Integer, Long> requestsByMinute = new TreeMap<>();
  private final LoadTally load = new LoadTally();
  private final SortedMap<Integer, GpuFigures> gpus = new TreeMap<>();
  private final SortedMap<Integer, LengthBin> inputLengths = new TreeMap<>();
  private final Exemplars slowest = new Exemplars(Exemplars.Kind.SLOWEST);
  private boolean seen;

  ServiceTally(String service, CountedKeys asked) {
    this.service = requireNonNull(service, "service is null");
    this.measures = new MeasureTally(asked);
  }

  void add(ServiceMinute row, ReportPlan plan, MeasureTally.Places places) {
    int minute = row.minute();
    long requests = row.outcomes().values().stream().mapToLong(OutcomeFigures::requests).sum();
    if (plan.counted().contains(minute) && requests > 0) {
      seen |= plan.sloHistory().contains(minute);
      measures.add(row, places);
    }
    if (plan.heatmap().contains(minute)) {
      load.add(minute, plan.zone(), requests, errors(row));
    }
    if (plan.previous().contains(minute)) {
      previous.add(row.outcomes());
    }
    if (plan.baseline().contains(minute)) {
      baseline.add(row.outcomes());
    }
    if (plan.window().contains(minute)) {
      window.add(row.outcomes());
      if (requests > 0) {
        requestsByMinute.merge(minute, requests, Long::sum);
        if (plan.hasMinutes()) {
          minutes.computeIfAbsent(minute, key -> new MinuteTally()).add(row.outcomes());
        }
      }
      row.gpus()
          .forEach(
              (index, figures) ->
                  gpus.computeIfAbsent(index, key -> new GpuFigures()).add(figures));
    }
  }

  private static long errors(ServiceMinute row) {
    long errors = 0;
    for (var entry : row.outcomes().entrySet()) {
      Outcome outcome = entry.getKey();
      errors += outcome.isSuccess() ? 0 : entry.getValue().requests();
    }
    return errors;
  }

  void add(ServiceQuarter row, ReportPlan plan, MeasureTally.Places places) {
    if (plan.sloHistory().contains(row.minute())) {
      measures.add(row, places);
    }
    if (plan.window().contains(row.minute())) {
      slowest.add(row.slowest());
      addLengths(row.inputLengths());
    }
  }

  void add(GroupValues row) {
    measures.add(row);
  }

  void add(GroupMinute row, ReportPlan plan, MeasureTally.Places places) {
    if (plan.hasGroups() && plan.sloHistory().contains(row.minute())) {
      measures.add(row, places);
    }
  }

  private void addLengths(SortedMap<Integer, LengthBin> more) {
    more.forEach(
        (bin, figures) -> inputLengths.computeIfAbsent(bin, key -> new LengthBin()).add(figures));
  }

  @Override
  public String key() {
    return service;
  }

  @Override
  public Tally merge(Tally other) {
    if (!(other instanceof ServiceTally more) || !more.service.equals(service)) {
      throw new IllegalArgumentException(
          "cannot add '%s' to service '%s'".formatted(other.key(), service));
    }
    measures.add(more.measures);
    window.add(more.window);
    previous.add(more.previous);
    baseline.add(more.baseline);
    more.minutes.forEach(
        (minute, tally) -> minutes.computeIfAbsent(minute, key -> new MinuteTally()).add(tally));
    more.requestsByMinute.forEach(
        (minute, requests) -> requestsByMinute.merge(minute, requests, Long::sum));
    load.add(more.load);
    more.gpus.forEach(
        (index, figures) -> gpus.computeIfAbsent(index, key -> new GpuFigures()).add(figures));
    addLengths(more.inputLengths);
    slowest.add(more.slowest);
    seen |= more.seen;
    return this;
  }

  /** Whether the service has a request in the report's window or in an SLO window. */
  public boolean seen() {
    return seen;
  }

  /**
   * Returns the events of an SLO by minute, in all minutes that were tallied: counted, or estimated
   * where the SLO came after the log had been read.
   */
  public EventSeries events(Slo slo) {
    return measures.events(slo);
  }

  /** Returns how far the events of a span may be off; null when they are exact. */
  SloReport.@Nullable Estimate estimate(Slo slo, MinuteSpan span) {
    return measures.estimate(slo, span);
  }

  /**
   * Returns the bad events of an SLO by cause and quarter of an hour; the keys are first minutes
   * since 1970 UTC, quarters without bad events are absent.
   */
  public SortedMap<Integer, BadEvents> spend(Slo slo) {
    return measures.spend(slo);
  }

  /**
   * Returns the events by the values of fields. Of very many values not all are there; those that
   * are, are complete.
   */
  GroupSeries groups() {
    return measures.groups();
  }

  OutcomeTotals window() {
    return window;
  }

  OutcomeTotals previous() {
    return previous;
  }

  OutcomeTotals baseline() {
    return baseline;
  }

  SortedMap<Integer, MinuteTally> minutes() {
    return minutes;
  }

  /** The most requests of one minute of the window. */
  long mostRequestsOfAMinute() {
    return requestsByMinute.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  LoadTally load() {
    return load;
  }

  SortedMap<Integer, GpuFigures> gpus() {
    return gpus;
  }

  SortedMap<Integer, LengthBin> inputLengths() {
    return inputLengths;
  }

  Exemplars slowest() {
    return slowest;
  }
}
