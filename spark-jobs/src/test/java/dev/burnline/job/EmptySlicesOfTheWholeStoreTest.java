package dev.burnline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.crunch.LogCrunch;
import dev.burnline.evaluate.IsoWeek;
import dev.burnline.evaluate.ReportScope;
import dev.burnline.evaluate.StoredEvents;
import dev.burnline.report.Report;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import dev.burnline.slo.Slo;
import dev.burnline.slo.budget.SloEvaluation;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.store.RollupFile;
import dev.burnline.store.RollupReader;
import dev.burnline.store.RollupStore;
import dev.burnline.store.StoreCompaction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A service began months before everything that a report reads, was silent, and is so now and then:
 * every report and the alerts count the same empty slices, as counted by hand.
 */
class EmptySlicesOfTheWholeStoreTest {

  private static final LocalDate SUNDAY = LocalDate.parse("2026-11-22");
  private static final Instant END = Instant.parse("2026-11-23T00:00:00Z");

  private record Request(Instant at, boolean isGood) {}

  private static List<Request> requests(long seed) {
    Random random = new Random(seed);
    List<Request> requests = new ArrayList<>();
    requests.add(new Request(Instant.parse("2026-08-03T05:20:07Z"), true));
    for (int i = 0; i < 60; i++) {
      int hour = random.nextInt(60);
      requests.add(
          new Request(
              END.minus(Duration.ofMinutes(60L * hour + 1 + random.nextInt(59))),
              random.nextInt(3) > 0));
    }
    return requests;
  }

  private static void write(Path file, List<Request> requests) throws Exception {
    StringBuilder lines = new StringBuilder();
    for (Request request : requests) {
      lines.append(
          "{\"timestamp\":\"%s\",\"service\":\"chat\",\"status\":\"%s\"}\n"
              .formatted(request.at(), request.isGood() ? "success" : "error"));
    }
    Files.writeString(file, lines);
  }

  private static Path sloFile(Path folder, String empty) throws Exception {
    return Files.writeString(
        folder.resolve("slo.yaml"),
        """
        apiVersion: openslo/v1
        kind: SLO
        metadata:
          name: hours
          annotations: {burnline.dev/empty-slices: "%s"}
        spec:
          service: chat
          indicator:
            metadata: {name: answered}
            spec:
              ratioMetric:
                good: {metricSource: {type: burnline, spec: {where: "status = 'success'"}}}
                total: {metricSource: {type: burnline, spec: {where: "true"}}}
          timeWindow: [{duration: 7d, isRolling: true}]
          budgetingMethod: Timeslices
          objectives: [{target: 0.9, timeSliceTarget: 0.6, timeSliceWindow: 1h}]
        """
            .formatted(empty));
  }

  /** Good and all hours of the seven days. */
  private static long[] counted(List<Request> requests, String empty) {
    long[] hours = new long[2];
    for (Instant hour = END.minus(Duration.ofDays(7));
        hour.isBefore(END);
        hour = hour.plus(Duration.ofHours(1))) {
      Instant start = hour;
      List<Request> own =
          requests.stream()
              .filter(one -> one.at().truncatedTo(ChronoUnit.HOURS).equals(start))
              .toList();
      long good = own.stream().filter(Request::isGood).count();
      boolean isGood = own.isEmpty() ? empty.equals("good") : 10 * good >= 6L * own.size();
      hours[0] += isGood ? 1 : 0;
      hours[1]++;
    }
    return hours;
  }

  @ParameterizedTest
  @CsvSource({"1, bad, false", "2, good, false", "3, bad, true"})
  void everyReportCountsThem(long seed, String empty, boolean isCompacted, @TempDir Path folder)
      throws Exception {
    List<Request> requests = requests(seed);
    Path logs = Files.createDirectories(folder.resolve("logs"));
    write(logs.resolve("old.log"), requests.subList(0, 1));
    write(logs.resolve("app.log.1"), requests.subList(1, 30));
    write(logs.resolve("app.log"), requests.subList(30, requests.size()));
    StoreRequest source =
        new StoreRequest(
            List.of(logs.toString()),
            SloFile.read(List.of(sloFile(folder, empty))),
            folder.resolve("store").toString(),
            Duration.ZERO);
    long[] expected = counted(requests, empty);

    List<SloReport> reports = new ArrayList<>();
    reports.add(slo(source, folder, new ReportScope.Night(Optional.of(SUNDAY))));
    if (isCompacted) {
      new StoreCompaction(new RollupStore(new Configuration(), source.store())).run(Long.MAX_VALUE);
    }
    reports.add(slo(source, folder, new ReportScope.Week(Optional.of(IsoWeek.of(SUNDAY)))));
    reports.add(slo(source, folder, new ReportScope.Budget(Optional.of(SUNDAY))));
    reports.add(
        new EvaluateAlertsJob(
                new KeepStoreCurrentJob(SharedSpark::context, Clock.systemUTC(), Progress.SILENT))
            .at(source, Optional.of(END), Duration.ofHours(1))
            .services()
            .get(0)
            .slos()
            .get(0));
    reports.add(explained(source));

    assertThat(expected[1]).isEqualTo(168);
    assertThat(reports)
        .extracting(slo -> slo.good() + " of " + slo.total())
        .containsOnly(expected[0] + " of " + expected[1]);
    assertThat(reports).extracting(SloReport::burnRates).containsOnly(reports.get(0).burnRates());
    assertThat(reports)
        .extracting(SloReport::exhaustionAt)
        .containsOnly(reports.get(0).exhaustionAt());
  }

  /** As {@code burnline slo explain} works it out. */
  private static SloReport explained(StoreRequest source) throws Exception {
    Slo slo = source.sloFile().slos().get(0);
    RollupStore store = new RollupStore(new Configuration(), source.store());
    StoredEvents events = new StoredEvents(slo);
    for (RollupFile file : store.content(source.sloFile().counting().keys()).live()) {
      try (RollupReader reader = store.open(file)) {
        events.add(reader);
      }
    }
    Window day = new Window(END.minus(Duration.ofDays(1)), END, ZoneOffset.UTC);
    return new SloEvaluation(slo, events.of("chat"), day).report();
  }

  private static SloReport slo(StoreRequest source, Path folder, ReportScope scope)
      throws Exception {
    Report report =
        NightlyJobs.run(
                new ReportRequest(
                    source, scope, ZoneOffset.UTC, Optional.of(folder.resolve("out"))),
                LogCrunch.SPLIT_BYTES)
            .report();
    return report.services().get(0).slos().get(0);
  }
}
