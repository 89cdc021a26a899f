package dev.burnline.report;

import static dev.burnline.report.ServiceBuilder.aService;

import dev.burnline.report.Run.MalformedSample;
import dev.burnline.report.Run.UnreadSource;
import dev.burnline.report.ServiceReport.GpuFigures;
import dev.burnline.report.ServiceReport.Kpi;
import dev.burnline.report.ServiceReport.SlowRequest;
import dev.burnline.report.SloReport.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports as a night brings them. */
public final class SampleReports {

  public static final Instant START = Instant.parse("2026-11-23T00:00:00Z");
  public static final Instant END = Instant.parse("2026-11-24T00:00:00Z");

  private SampleReports() {}

  /** Two services; one was slow and failing for 50 minutes in the afternoon. */
  public static Report missed() {
    return with(
        SampleAlerts.ofAnOutage("chat", "llm-availability"),
        report(Verdict.MISSED, chat(), embed()));
  }

  public static Report met() {
    return report(Verdict.MET, brief(Verdict.MET, calm()));
  }

  /** All met, but the budget is used up in three days if the last day goes on. */
  public static Report atRisk() {
    return with(
        SampleAlerts.ofAnOutage("chat", "llm-availability"),
        report(
            Verdict.AT_RISK,
            brief(
                Verdict.AT_RISK,
                SloBuilder.availability()
                    .window(812, 1_004_310)
                    .period(38, 43_180)
                    .burning(2.5, 1.9)
                    .spentOn(SampleSpend.ofAnOutage(812, 1_004.31))
                    .status(Status.BURNING)
                    .exhaustedAt(Instant.parse("2026-11-27T03:40:00Z"))
                    .build())));
  }

  /** Met in the window, but the 30 days' budget is overspent. */
  public static Report exhausted() {
    return report(
        Verdict.AT_RISK,
        brief(
            Verdict.AT_RISK,
            SloBuilder.availability()
                .window(1_390, 1_004_310)
                .period(12, 43_180)
                .burning(0.0, 0.3)
                .status(Status.EXHAUSTED)
                .exhaustedAt(END)
                .build()));
  }

  /** Nobody called; the service is known from the days before. */
  public static Report noData() {
    var silent =
        aService("chat")
            .slos(
                SloBuilder.availability().period(0, 0).burning(null, null).build(),
                SloBuilder.latency(10_000)
                    .window(0, 0)
                    .period(0, 0)
                    .burning(null, null)
                    .status(Status.NO_DATA)
                    .build())
            .kpis(new Kpi("p95_latency_ms", null, 15_000, ">", null))
            .silent();
    return new Report(
        Report.SCHEMA,
        Report.Kind.NIGHTLY,
        run(),
        window(),
        Verdict.NO_DATA,
        new Completeness(1, 8_192, 96, 0, 0, new TreeMap<>(), 0, 0, 0, 0, 0),
        List.of(silent),
        List.of());
  }

  /** Not even a service. */
  public static Report empty() {
    return new Report(
        Report.SCHEMA,
        Report.Kind.NIGHTLY,
        run(),
        window(),
        Verdict.NO_DATA,
        new Completeness(0, 0, 0, 0, 0, new TreeMap<>(), 0, 0, 0, 0, 0),
        List.of(),
        List.of());
  }

  /** A file was cut off and lines were lost. */
  public static Report incomplete() {
    var run =
        new Run(
            "2026-11-24T00-30-00Z-5f1c",
            Instant.parse("2026-11-24T00:30:07.25Z"),
            "0.1.0",
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            List.of("/var/log/llm/app.log*"),
            List.of(
                new MalformedSample("/var/log/llm/app.log.2", 104_857_211, "broken_json"),
                new MalformedSample("/var/log/llm/app.log.2", 104_858_004, "nul_bytes")),
            List.of(new UnreadSource("/var/log/llm/app.log.3.gz", "unexpected end of gzip data")),
            List.of("logs in /var/log/llm keep 5.2 h, a report of a day needs more than 24 h"),
            2,
            118);
    return new Report(
        Report.SCHEMA,
        Report.Kind.NIGHTLY,
        run,
        window(),
        Verdict.INCOMPLETE,
        new Completeness(
            5,
            41_800_131,
            52_110,
            43_180,
            2,
            new TreeMap<>(Map.of("broken_json", 1L, "nul_bytes", 1L)),
            1_480,
            3,
            12,
            19,
            7),
        List.of(brief(Verdict.MET, calm())),
        List.of());
  }

  /** A night of one service with these SLOs. */
  static Report of(Verdict verdict, SloReport... slos) {
    return report(verdict, brief(verdict, slos));
  }

  /** Names as an attacker would choose them. */
  public static Report hostile() {
    return hostile(Hostile.NAME);
  }

  /** Every text that a log line or a file brings in is {@code text}. */
  public static Report hostile(String text) {
    var service =
        aService(text)
            .verdict(Verdict.MISSED)
            .during(Instant.parse("2026-11-23T10:00:00Z"), 30)
            .slos(
                SampleSpend.named(SloBuilder.availability().called(text).period(40, 1_000), text)
                    .toArray(SloReport[]::new))
            .errorTypes(Map.of(text, 30L))
            .slowest(slow(text, "2026-11-23T14:31:07.412Z", 33_120.5, 6_811L, 2_048L))
            .build();
    var run =
        new Run(
            text,
            Instant.parse("2026-11-24T00:30:07Z"),
            text,
            text,
            List.of(text),
            List.of(new MalformedSample(text, 7, text)),
            List.of(new UnreadSource(text, text)),
            List.of(text),
            1,
            0);
    Report report = report(Verdict.MISSED, service);
    return new Report(
        Report.SCHEMA,
        Report.Kind.NIGHTLY,
        run,
        window(),
        Verdict.MISSED,
        report.completeness(),
        report.services(),
        SampleAlerts.named(text));
  }

  private static Report with(List<AlertReport> alerts, Report of) {
    return new Report(
        of.schema(),
        of.kind(),
        of.run(),
        of.window(),
        of.verdict(),
        of.completeness(),
        of.services(),
        alerts);
  }

  /** A met night with this SLO alone, and perhaps its groups. */
  public static Report with(SloReport... slo) {
    return report(Verdict.MET, brief(Verdict.MET, slo));
  }

  /** Fifty services, some of them bad. */
  public static Report many() {
    var services = new ArrayList<ServiceReport>();
    for (int i = 0; i < 50; i++) {
      String name = "tenant-%02d-DeepSeek-R1-Distill-Qwen-1.5B".formatted(i);
      services.add(i % 17 == 3 ? failing(name) : healthy(name, i));
    }
    return report(Verdict.MISSED, services.toArray(ServiceReport[]::new));
  }

  public static Report report(Verdict verdict, ServiceReport... services) {
    long requests = 0;
    for (ServiceReport service : services) {
      requests += service.requests();
    }
    return new Report(
        Report.SCHEMA,
        Report.Kind.NIGHTLY,
        run(),
        window(),
        verdict,
        new Completeness(
            12,
            requests * 812,
            requests + 34_560,
            requests,
            3,
            new TreeMap<>(Map.of("broken_json", 2L, "no_timestamp", 1L)),
            0,
            2,
            4,
            4,
            0),
        List.of(services),
        List.of());
  }

  public static Window window() {
    return new Window(START, END, ZoneId.of("UTC"));
  }

  public static Run run() {
    return new Run(
        "2026-11-24T00-30-00Z-5f1c",
        Instant.parse("2026-11-24T00:30:07.25Z"),
        "0.1.0",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        List.of("/var/log/llm/host-a/app.log*", "/var/log/llm/host-b/app.log*"),
        List.of(new MalformedSample("/var/log/llm/host-a/app.log.1", 73_400_320, "broken_json")),
        List.of(),
        List.of(),
        1,
        0);
  }

  private static ServiceReport chat() {
    return failing("DeepSeek-R1-Distill-Qwen-1.5B");
  }

  private static ServiceReport failing(String name) {
    return aService(name)
        .verdict(Verdict.MISSED)
        .badBetween(845, 895)
        .slos(
            SloBuilder.availability()
                .window(1_316, 1_204_310)
                .period(631, 43_180)
                .burning(0.0, 14.6)
                .spentOn(SampleSpend.ofAnOutage(1_316, 1_204.31))
                .status(Status.EXHAUSTED)
                .exhaustedAt(END)
                .build(),
            SloBuilder.latency(10_000)
                .window(38_230, 1_203_000)
                .period(2_480, 42_549)
                .burning(0.2, 1.17)
                .status(Status.HEALTHY)
                .build(),
            SloBuilder.firstToken(1_500)
                .window(20_400, 1_203_000)
                .period(801, 42_549)
                .burning(0.1, 0.38)
                .build())
        .kpis(
            new Kpi("p95_latency_ms", 7_080.4, 15_000, ">", false),
            new Kpi("output_throughput_tps", 41.25, 30, "<", false),
            new Kpi("mean_input_tokens", 421.375, 2_000, ">", false),
            new Kpi("error_rate", 0.01461, 0.01, ">", true),
            new Kpi("gpu_memory_used_ratio", null, 0.95, ">", null))
        .errorTypes(
            Map.of(
                "cuda_oom",
                402L,
                "generation_timeout",
                118L,
                "client_disconnect",
                76L,
                "validation",
                21L,
                "queue_timeout",
                14L))
        .gpus(
            new GpuFigures(0, 15_802.0, 16_384.0, 0.9645, 78.25, 8_640),
            new GpuFigures(1, 14_011.5, 16_384.0, 0.8552, 71.5, 8_640))
        .slowest(
            slow("req-01HF8Z3K6", "2026-11-23T14:31:07.412Z", 33_120.5, 6_811L, 2_048L),
            slow("req-01HF8Z1QA", "2026-11-23T14:22:51Z", 31_004.25, 5_204L, 2_048L),
            slow(null, "2026-11-23T14:40:12.003Z", 29_871.0, null, null))
        .build();
  }

  private static ServiceReport embed() {
    return aService("summariser").load(13).latency(991).during(START, 1440).slos(grouped()).build();
  }

  /** An hour and a half of traffic, so that a sample stays small. */
  private static ServiceReport brief(Verdict verdict, SloReport... slos) {
    return aService("chat")
        .verdict(verdict)
        .during(Instant.parse("2026-11-23T10:00:00Z"), 90)
        .slos(slos)
        .withoutComparison()
        .build();
  }

  private static SloReport[] grouped() {
    return SampleSpend.grouped(
            SloBuilder.availability().window(843, 1_050_000).period(12, 42_000), "tenant", 20)
        .toArray(SloReport[]::new);
  }

  private static SloReport[] calm() {
    return new SloReport[] {
      SloBuilder.availability().window(38, 310_000).period(1, 10_080).build(),
      SloBuilder.latency(10_000).window(5_100, 309_900).period(96, 10_060).build()
    };
  }

  private static ServiceReport healthy(String name, int number) {
    return aService(name)
        .load(6 + number % 5)
        .latency(900 + number * 13)
        .slos(calm())
        .withoutComparison()
        .build();
  }

  private static SlowRequest slow(
      @Nullable String id, String at, double millis, @Nullable Long input, @Nullable Long output) {
    return new SlowRequest(id, Instant.parse(at), millis, input, output);
  }
}
