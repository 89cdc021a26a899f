package dev.burnline.job;

import dev.burnline.evaluate.LastCompleteMinute;
import dev.burnline.evaluate.LoggedMinutes;
import dev.burnline.evaluate.MinuteSpan;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.log.UnreadLog;
import dev.burnline.report.AlertReport;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.Window;
import dev.burnline.rollup.Extent;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/** Says which alerts fire or fired, from a store that is current with its logs. */
public final class EvaluateAlertsJob {

  private final KeepStoreCurrentJob store;

  /** Creates the job. */
  public EvaluateAlertsJob(KeepStoreCurrentJob store) {
    this.store = store;
  }

  /**
   * What was found.
   *
   * @param window the alerts overlap it, and fire or not at its end
   * @param logged the part of the window from the first to the last line in it; empty without one
   * @param services with their SLOs as evaluated at the window's end, by name
   * @param alerts by start
   * @param unread logs that could not be read to their end
   * @param warnings what is to be said of the window
   */
  public record Result(
      Window window,
      Optional<Window> logged,
      List<ServiceReport> services,
      List<AlertReport> alerts,
      List<UnreadLog> unread,
      List<String> warnings) {

    public Result {
      services = List.copyOf(services);
      alerts = List.copyOf(alerts);
      unread = List.copyOf(unread);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Returns the alerts that fire at an instant, and those that were resolved shortly before.
   *
   * @param at floored to its minute; empty for the last complete minute of the logs
   * @param resolvedWithin whole minutes
   * @throws NothingToReadException when neither the logs nor the store have a usable line
   * @throws IOException when a path leads to nothing, or something cannot be read or written
   */
  public Result at(StoreRequest source, Optional<Instant> at, Duration resolvedWithin)
      throws IOException {
    return store.run(
        source,
        (spark, current) -> {
          Collection<Extent> extents = current.crunched().content().extents();
          Instant end =
              at.isPresent()
                  ? at.get()
                  : LastCompleteMinute.of(extents).orElseThrow(EvaluateAlertsJob::noTime);
          int minute = (int) Math.floorDiv(end.getEpochSecond(), 60L);
          MinuteSpan window = new MinuteSpan(minute - (int) resolvedWithin.toMinutes(), minute);
          return result(source, window, ZoneOffset.UTC, List.of(), spark, current);
        });
  }

  /**
   * Returns the alerts of some civil days.
   *
   * @param last not before {@code first}
   * @throws NothingToReadException when neither the logs nor the store have a usable line, or none
   *     of these days
   * @throws IOException when a path leads to nothing, or something cannot be read or written
   */
  public Result between(StoreRequest source, LocalDate first, LocalDate last, ZoneId zone)
      throws IOException {
    MinuteSpan window = MinuteSpan.ofDays(first, last.plusDays(1), zone);
    return store.run(
        source,
        (spark, current) -> {
          Collection<Extent> extents = current.crunched().content().extents();
          LoggedMinutes logged = LoggedMinutes.of(extents).orElseThrow(EvaluateAlertsJob::noTime);
          if (LoggedMinutes.within(window, extents).isEmpty()) {
            throw new NothingToReadException(
                "there are no logs of %s to %s (%s): %s%s"
                    .formatted(
                        first, last, zone, logged.words(), unread(current.crunched().unread())));
          }
          List<String> warnings = new ArrayList<>();
          logged
              .beginAfter(
                  MinuteSpan.ofDays(first, first.plusDays(1), zone),
                  first + " ends, the first day of this backtest")
              .ifPresent(warnings::add);
          logged.endBefore(last, zone, "the last day of this backtest").ifPresent(warnings::add);
          return result(source, window, zone, warnings, spark, current);
        });
  }

  private static NothingToReadException noTime() {
    return new NothingToReadException("the store has no line with a time");
  }

  private static String unread(List<UnreadLog> unread) {
    return unread.isEmpty()
        ? ""
        : "; %d file%s cannot be read, the first is %s: %s"
            .formatted(
                unread.size(),
                unread.size() == 1 ? "" : "s",
                unread.get(0).name(),
                unread.get(0).reason());
  }

  private static Result result(
      StoreRequest source,
      MinuteSpan window,
      ZoneId zone,
      List<String> warnings,
      JavaSparkContext spark,
      KeepStoreCurrentJob.Current current)
      throws IOException, KeepStoreCurrentJob.DamagedStoreException {
    StoreContent content = current.crunched().content();
    ReportPlan plan = ReportPlan.alerts(window, zone, source.sloFile().slos());
    EvaluateServicesJob.Result evaluated =
        new EvaluateServicesJob(spark, source.sloFile(), source.store()).run(plan, content.live());
    if (!evaluated.damaged().isEmpty()) {
      throw new KeepStoreCurrentJob.DamagedStoreException(evaluated.damaged());
    }
    return new Result(
        plan.reportWindow(),
        LoggedMinutes.within(window, content.extents()).map(part -> part.window(zone)),
        evaluated.reports(),
        evaluated.alerts(),
        current.crunched().unread(),
        warnings);
  }
}
