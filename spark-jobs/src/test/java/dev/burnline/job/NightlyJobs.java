package dev.burnline.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.crunch.LogCrunch;
import dev.burnline.evaluate.ReportScope;
import dev.burnline.render.RenderSettings;
import dev.burnline.render.ReportRenderer;
import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.openslo.SloFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Runs the main job in a test, on one Spark context for all tests of the process. */
final class NightlyJobs {

  /** The two objectives and five thresholds of the reference deployment, for every service. */
  static final Path REFERENCE_SLO_FILE =
      Path.of(System.getProperty("burnline.root"), "spark-jobs/src/test/slo/reference.yaml");

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T00:30:00Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  private NightlyJobs() {}

  /** Returns the report.json of a day. */
  static ObjectNode report(List<Path> logs, LocalDate date, ZoneId zone, Path workFolder)
      throws IOException, SloFileException {
    return reportInSplits(logs, date, zone, workFolder, LogCrunch.SPLIT_BYTES);
  }

  /** Returns the report.json of any kind of report. */
  static ObjectNode report(List<Path> logs, ReportScope scope, ZoneId zone, Path workFolder)
      throws IOException, SloFileException {
    return report(logs, scope, zone, workFolder, LogCrunch.SPLIT_BYTES);
  }

  /** Returns the report.json of a day, the logs read in splits of about this length. */
  static ObjectNode reportInSplits(
      List<Path> logs, LocalDate date, ZoneId zone, Path workFolder, long splitBytes)
      throws IOException, SloFileException {
    return report(logs, new ReportScope.Night(Optional.of(date)), zone, workFolder, splitBytes);
  }

  private static ObjectNode report(
      List<Path> logs, ReportScope scope, ZoneId zone, Path workFolder, long splitBytes)
      throws IOException, SloFileException {
    ReportRequest request =
        new ReportRequest(
            new StoreRequest(
                logs.stream().map(Path::toString).toList(),
                SloFile.read(List.of(REFERENCE_SLO_FILE)),
                workFolder.resolve("store").toString(),
                Duration.ZERO),
            scope,
            zone,
            Optional.of(workFolder.resolve("out")));
    run(request, splitBytes);
    return read(workFolder.resolve("out"));
  }

  static MakeReportJob.Result run(ReportRequest request, long splitBytes) throws IOException {
    return new MakeReportJob(
            new KeepStoreCurrentJob(SharedSpark::context, CLOCK, Progress.SILENT, splitBytes),
            new ReportRenderer(RenderSettings.defaults()),
            CLOCK)
        .run(request);
  }

  private static ObjectNode read(Path out) throws IOException {
    return (ObjectNode) JSON.readTree(out.resolve("report.json").toFile());
  }

  /** What two runs on the same lines must agree on, however these lie in files. */
  static JsonNode withoutRun(ObjectNode report) {
    ObjectNode comparable = report.deepCopy();
    comparable.remove("run");
    ((ObjectNode) comparable.get("completeness")).remove("segments");
    return comparable;
  }
}
