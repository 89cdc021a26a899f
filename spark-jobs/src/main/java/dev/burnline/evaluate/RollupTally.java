package dev.burnline.evaluate;

import dev.burnline.rollup.BootMinute;
import dev.burnline.rollup.Continuity;
import dev.burnline.rollup.CountedKeys;
import dev.burnline.rollup.GroupMinute;
import dev.burnline.rollup.GroupValues;
import dev.burnline.rollup.LogMinute;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.Row;
import dev.burnline.rollup.ServiceMinute;
import dev.burnline.rollup.ServiceQuarter;
import dev.burnline.slo.where.Where;
import dev.burnline.store.RollupReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds up the rows of rollups into one tally per service and one of the log. */
public final class RollupTally {

  private final ReportPlan plan;
  private final CountedKeys asked;
  private final List<Optional<Where>> conditions;
  private final Map<String, ServiceTally> services = new HashMap<>();
  private final LogTally log = new LogTally();

  /**
   * Creates an empty tally.
   *
   * @param asked what the SLOs count
   */
  public RollupTally(ReportPlan plan, CountedKeys asked) {
    this.plan = plan;
    this.asked = asked;
    this.conditions = CountEstimates.conditions(asked.counters());
  }

  /** Adds all rows of a rollup file. */
  public void add(RollupReader rollup) throws IOException {
    MeasureTally.Places places =
        MeasureTally.Places.of(asked, conditions, rollup.extents().get(0).counted());
    for (int i = 0; i < rollup.extents().size(); i++) {
      Continuity continuity = rollup.continuities().get(i);
      continuity.placedLeading().ifPresent(this::addLog);
      log.add(rollup.extents().get(i), continuity, plan.window());
    }
    Row row;
    while ((row = rollup.next()) != null) {
      if (row instanceof LogMinute minute) {
        addLog(minute);
      } else if (row instanceof BootMinute minute) {
        // The minute behind the window may hold what the last heartbeat in it has counted.
        if (minute.minute() >= plan.window().start() && minute.minute() <= plan.window().end()) {
          log.add(minute);
        }
      } else if (row instanceof GroupValues values) {
        service(row).add(values);
      } else if (plan.needed().contains(row.minute())) {
        addService(row, places);
      }
    }
  }

  private void addLog(LogMinute minute) {
    if (plan.window().contains(minute.minute())) {
      log.add(minute);
    }
  }

  private ServiceTally service(Row row) {
    return services.computeIfAbsent(row.service(), name -> new ServiceTally(name, asked));
  }

  private void addService(Row row, MeasureTally.Places places) {
    ServiceTally tally = service(row);
    if (row instanceof ServiceMinute minute) {
      tally.add(minute, plan, places);
      if (plan.window().contains(minute.minute())) {
        log.addRequests(
            minute.outcomes().values().stream().mapToLong(OutcomeFigures::requests).sum());
      }
    } else if (row instanceof ServiceQuarter quarter) {
      tally.add(quarter, plan, places);
    } else if (row instanceof GroupMinute minute) {
      tally.add(minute, plan, places);
    }
  }

  /** Returns the tallies: the log's first, then the services'. */
  public List<Tally> tallies() {
    List<Tally> all = new ArrayList<>();
    all.add(log);
    all.addAll(services.values());
    return all;
  }
}
