package dev.burnline.job;

import dev.burnline.evaluate.EvaluatedService;
import dev.burnline.evaluate.FirstRequests;
import dev.burnline.evaluate.LogTally;
import dev.burnline.evaluate.ReportPlan;
import dev.burnline.evaluate.RollupTally;
import dev.burnline.evaluate.ServiceEvaluation;
import dev.burnline.evaluate.ServiceTally;
import dev.burnline.evaluate.Tally;
import dev.burnline.report.AlertReport;
import dev.burnline.report.ServiceReport;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.DamagedRollupException;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupReader;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreContent.DamagedRollup;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * Evaluates every service from the store: one Spark job that tallies rollups, brings the tallies of
 * a service together and finishes each in a task of its own, so the driver sees results only.
 */
public final class EvaluateServicesJob {

  private static final Comparator<AlertReport> ALERTS_IN_A_REPORT =
      Comparator.comparing(AlertReport::startsAt)
          .thenComparing(AlertReport::service)
          .thenComparing(AlertReport::slo)
          .thenComparing(AlertReport::severity)
          .thenComparing(AlertReport::alertname);

  private static final int TASKS_PER_CORE = 4;

  private final JavaSparkContext spark;
  private final SloFile sloFile;
  private final String storeFolder;

  /** Creates the job for the store at this path or URI. */
  public EvaluateServicesJob(JavaSparkContext spark, SloFile sloFile, String storeFolder) {
    this.spark = spark;
    this.sloFile = sloFile;
    this.storeFolder = storeFolder;
  }

  /**
   * What the evaluation found.
   *
   * @param services those seen in the report's window or an SLO window, by name
   * @param alerts episodes that overlap the report's window, by start
   * @param log the completeness of the log, not finished yet
   * @param damaged rollups that could not be read to their end and are not in the figures
   */
  public record Result(
      List<EvaluatedService> services,
      List<AlertReport> alerts,
      LogTally log,
      List<DamagedRollup> damaged) {

    public Result {
      services = List.copyOf(services);
      alerts = List.copyOf(alerts);
      damaged = List.copyOf(damaged);
    }

    /** Returns the services' parts of the report, by name. */
    public List<ServiceReport> reports() {
      return services.stream().map(EvaluatedService::report).toList();
    }
  }

  /**
   * Evaluates; without rollups there is no service and an empty log.
   *
   * @param rollups all that count in the store
   * @throws IOException when the store cannot be read
   */
  public Result run(ReportPlan plan, List<RollupFile> rollups) throws IOException {
    List<RollupFile> needed =
        rollups.stream()
            .filter(rollup -> rollup.overlaps(plan.needed().start(), plan.afterwards()))
            .toList();
    if (needed.isEmpty()) {
      return new Result(List.of(), List.of(), new LogTally(), List.of());
    }
    spark.setJobGroup("evaluate", "evaluate %d rollups".formatted(needed.size()), true);
    List<DamagedRollup> unread = new ArrayList<>();
    Broadcast<Tools> tools =
        spark.broadcast(
            new Tools(
                new SloFiles(sloFile),
                plan,
                firstRequests(rollups, unread),
                storeFolder,
                new SerializableConfiguration(spark.hadoopConfiguration())));
    List<List<RollupFile>> bins =
        TaskBins.pack(needed, TASKS_PER_CORE * spark.defaultParallelism(), RollupFile::requests);
    CollectionAccumulator<DamagedRollup> damaged =
        spark.sc().collectionAccumulator("damaged rollups");
    List<Finished> finished =
        spark
            .parallelize(bins, bins.size())
            .mapPartitionsToPair(work -> tally(work, tools.value(), damaged))
            // Not reduceByKey: it estimates the size of every tally over and over.
            .partitionBy(new HashPartitioner(TASKS_PER_CORE * spark.defaultParallelism()))
            .mapPartitions(tallies -> finish(tallies, tools.value()))
            .collect();
    List<EvaluatedService> services = new ArrayList<>();
    List<AlertReport> alerts = new ArrayList<>();
    LogTally log = new LogTally();
    for (Finished one : finished) {
      if (one.service != null) {
        services.add(one.service);
        alerts.addAll(one.service.alerts());
      } else if (one.log != null) {
        log = one.log;
      }
    }
    services.sort(Comparator.comparing(one -> one.report().service()));
    alerts.sort(ALERTS_IN_A_REPORT);
    damaged.value().stream().filter(one -> !unread.contains(one)).forEach(unread::add);
    return new Result(services, alerts, log, unread);
  }

  /** What files say of themselves; those of an earlier version are read, if an SLO asks. */
  private FirstRequests firstRequests(List<RollupFile> rollups, List<DamagedRollup> damaged)
      throws IOException {
    FirstRequests first = new FirstRequests();
    if (sloFile.slos().stream().allMatch(slo -> slo.emptySlices() == EmptySlices.EXCLUDED)) {
      return first;
    }
    RollupStore store = new RollupStore(spark.hadoopConfiguration(), storeFolder);
    for (RollupFile rollup : rollups) {
      if (!first.add(rollup.extents())) {
        try (RollupReader reader = store.open(rollup)) {
          first.add(reader);
        } catch (DamagedRollupException e) {
          damaged.add(new DamagedRollup(rollup.name(), e.reason()));
        }
      }
    }
    return first;
  }

  private static Iterator<Tuple2<String, Tally>> tally(
      Iterator<List<RollupFile>> work, Tools tools, CollectionAccumulator<DamagedRollup> damaged)
      throws IOException {
    Map<String, Tally> tallies = new HashMap<>();
    RollupStore store = new RollupStore(tools.hadoop.value(), tools.storeFolder);
    while (work.hasNext()) {
      for (RollupFile rollup : work.next()) {
        // One tally for each file, so that a damaged one leaves no half of its rows behind.
        RollupTally tally = new RollupTally(tools.plan, tools.slos.file().counting().keys());
        try (RollupReader reader = store.open(rollup)) {
          tally.add(reader);
          tally.tallies().forEach(one -> tallies.merge(one.key(), one, Tally::merge));
        } catch (DamagedRollupException e) {
          damaged.add(new DamagedRollup(rollup.name(), e.reason()));
        }
      }
    }
    return tallies.values().stream().map(one -> new Tuple2<>(one.key(), one)).iterator();
  }

  private static Iterator<Finished> finish(Iterator<Tuple2<String, Tally>> parts, Tools tools) {
    Map<String, Tally> tallies = new TreeMap<>();
    parts.forEachRemaining(part -> tallies.merge(part._1(), part._2(), Tally::merge));
    return tallies.values().stream().map(tools::finish).iterator();
  }

  /** What a task works with, made on its executor. */
  private record Tools(
      SloFiles slos,
      ReportPlan plan,
      FirstRequests firstRequests,
      String storeFolder,
      SerializableConfiguration hadoop)
      implements Serializable {

    Finished finish(Tally tally) {
      if (tally instanceof LogTally log) {
        return new Finished(null, log);
      }
      ServiceTally service = (ServiceTally) tally;
      return service.seen()
          ? new Finished(
              new ServiceEvaluation(slos.file(), plan, firstRequests).evaluate(service), null)
          : new Finished(null, null);
    }
  }

  /** A finished service, or the log's tally, or neither for a service that is not reported. */
  private record Finished(@Nullable EvaluatedService service, @Nullable LogTally log)
      implements Serializable {}
}
