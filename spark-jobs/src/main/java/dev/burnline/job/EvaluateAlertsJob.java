package dev.burnline.job;

import dev.burnline.evaluate.LastCompleteMinute;
import dev.burnline.evaluate.MinuteSpan;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.log.UnreadLog;
import dev.burnline.report.AlertReport;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.Window;
import dev.burnline.store.StoreContent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
   * @param services with their SLOs as evaluated at the window's end, by name
   * @param alerts by start
   * @param unread logs that could not be read to their end
   */
  public record Result(
      Window window,
      List<ServiceReport> services,
      List<AlertReport> alerts,
      List<UnreadLog> unread) {

    public Result {
      services = List.copyOf(services);
      alerts = List.copyOf(alerts);
      unread = List.copyOf(unread);
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
    return run(
        source,
        ZoneOffset.UTC,
        content -> {
          Instant end = at.orElseGet(() -> LastCompleteMinute.of(content.extents()).orElseThrow());
          int minute = (int) Math.floorDiv(end.getEpochSecond(), 60L);
          return new MinuteSpan(minute - (int) resolvedWithin.toMinutes(), minute);
        });
  }

  /**
   * Returns the alerts of some civil days.
   *
   * @param last not before {@code first}
   * @throws NothingToReadException when neither the logs nor the store have a usable line
   * @throws IOException when a path leads to nothing, or something cannot be read or written
   */
  public Result between(StoreRequest source, LocalDate first, LocalDate last, ZoneId zone)
      throws IOException {
    return run(source, zone, content -> MinuteSpan.ofDays(first, last.plusDays(1), zone));
  }

  private Result run(StoreRequest source, ZoneId zone, Function<StoreContent, MinuteSpan> windowOf)
      throws IOException {
    return store.run(
        source,
        (spark, current) -> {
          StoreContent content = current.crunched().content();
          ReportPlan plan =
              ReportPlan.alerts(windowOf.apply(content), zone, source.sloFile().slos());
          EvaluateServicesJob.Result evaluated =
              new EvaluateServicesJob(spark, source.sloFile(), source.store())
                  .run(plan, content.live());
          if (!evaluated.damaged().isEmpty()) {
            throw new KeepStoreCurrentJob.DamagedStoreException(evaluated.damaged());
          }
          return new Result(
              plan.reportWindow(),
              evaluated.reports(),
              evaluated.alerts(),
              current.crunched().unread());
        });
  }
}
