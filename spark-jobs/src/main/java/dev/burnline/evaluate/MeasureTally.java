package dev.burnline.evaluate;

import dev.burnline.report.SloReport;
import dev.burnline.rollup.BadEvents;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.GroupMinute;
import dev.burnline.rollup.GroupValues;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.rollup.ServiceQuarter;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.EventSeries;
import dev.burnline.slo.where.Where;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What one service's SLOs count, by minute, cause and group. */
final class MeasureTally implements Serializable {

  private static final long serialVersionUID = 1L;

  private final CounterSeries counters;
  private final CountEstimates estimates;
  private final Spend spend;
  private final GroupSeries groups;

  MeasureTally(CountedKeys asked) {
    this.counters = new CounterSeries(asked.counters());
    this.estimates = new CountEstimates(asked.counters());
    this.spend = new Spend(asked.measures());
    this.groups = new GroupSeries(asked.groups());
  }

  /** Where a rollup has what is asked for: places in its rows, -1 for what it does not count. */
  static final class Places {

    private final int[] counters;
    private final int[] measures;
    private final int[] groups;
    private final List<Optional<Where>> conditions;

    private Places(int[] counters, int[] measures, int[] groups, List<Optional<Where>> conditions) {
      this.counters = counters;
      this.measures = measures;
      this.groups = groups;
      this.conditions = conditions;
    }

    static Places of(CountedKeys asked, List<Optional<Where>> conditions, CountedKeys counted) {
      return new Places(
          places(asked.counters(), counted.counters()),
          places(asked.measures(), counted.measures()),
          places(asked.groups(), counted.groups()),
          conditions);
    }

    private static int[] places(List<String> asked, List<String> counted) {
      return asked.stream().mapToInt(counted::indexOf).toArray();
    }
  }

  void add(ServiceMinute row, Places places) {
    counters.add(row, places.counters);
    estimates.add(row, places.counters, places.conditions);
    groups.add(row, places.groups);
  }

  void add(ServiceQuarter row, Places places) {
    spend.add(row, places.measures);
  }

  void add(GroupValues row) {
    groups.add(row);
  }

  void add(GroupMinute row, Places places) {
    groups.add(row, places.groups);
  }

  /** Adds the other tally, which is of the same keys. */
  void add(MeasureTally other) {
    counters.add(other.counters);
    estimates.add(other.estimates);
    spend.add(other.spend);
    groups.add(other.groups);
  }

  EventSeries events(Slo slo) {
    return new SloEvents(slo, counters, estimates).series();
  }

  SloReport.@Nullable Estimate estimate(Slo slo, MinuteSpan span) {
    return new SloEvents(slo, counters, estimates).estimate(span);
  }

  SortedMap<Integer, BadEvents> spend(Slo slo) {
    return spend.of(slo);
  }

  GroupSeries groups() {
    return groups;
  }
}
