package dev.burnline.report;

import dev.burnline.report.SloReport.Estimate;
import dev.burnline.report.SloReport.Group;
import dev.burnline.report.SloReport.Rest;
import java.util.ArrayList;
import java.util.List;

/** What budgets were spent on, and by whom. */
public final class SampleSpend {

  private SampleSpend() {}

  /** Bad events of which most came in one outage and are of one kind. */
  static Ledger ofAnOutage(long bad, double budget) {
    long most = bad * 7 / 10;
    return new Ledger(
        bad,
        List.of(
            entry("page 2026-11-23T14:12:00Z/2026-11-23T15:30:00Z", most, bad, budget, "req-81"),
            entry(Ledger.REST, bad - most, bad, budget, "req-12", "req-13")),
        List.of(
            entry("cuda_oom", most, bad, budget, "req-81", "req-82"),
            entry(Ledger.REST, bad - most, bad, budget)),
        List.of(entry("DeepSeek-R1-Distill-Qwen-1.5B", bad, bad, budget, "req-12")),
        List.of(
            entry("under 256 tokens", bad - most, bad, budget, "req-12"),
            entry("16384 tokens or more", most, bad, budget, "req-81")));
  }

  /** A ledger whose labels and ids are {@code text}. */
  static Ledger named(String text) {
    List<Ledger.Entry> all = List.of(entry(text, 40, 40, 1_000, text, text));
    return new Ledger(40, all, all, all, all);
  }

  static Ledger.Entry entry(String label, long bad, long all, double budget, String... ids) {
    return new Ledger.Entry(label, bad, (double) bad / all, bad / budget, List.of(ids));
  }

  /** The SLO with as many groups as a report has, the worst overspent, and the others together. */
  static List<SloReport> grouped(SloBuilder slo, String field, int groups) {
    List<SloReport> reports = new ArrayList<>();
    reports.add(slo.build());
    slo.spentOn(null);
    for (int i = 0; i < groups; i++) {
      reports.add(
          slo.window(4L * (groups - i), 50_000)
              .period((groups - i) / 10, 2_000)
              .build()
              .of(new Group(field, "team-%02d".formatted(i))));
    }
    reports.add(
        slo.window(3, 50_000)
            .period(0, 2_000)
            .build()
            .of(new Group(field, new Rest(5, false, null))));
    return reports;
  }

  /** A report whose SLO has a group with an unlucky name and a rest. */
  public static Report restIs(Rest rest) {
    SloBuilder slo = SloBuilder.availability().spentOn(null);
    return SampleReports.with(
        slo.build(),
        slo.build().of(new Group("tenant", "(other)")),
        slo.build().of(new Group("tenant", rest)));
  }

  /** A report whose SLO has two groups that are not known all the time. */
  public static Report groupsCameLate(String reason) {
    SloBuilder slo = SloBuilder.availability().spentOn(null);
    Estimate estimate = new Estimate(reason, 900, 910, 1_000, 1_010);
    return SampleReports.with(
        slo.build(),
        slo.build().of(new Group("tenant", "a")).with(estimate),
        slo.build().of(new Group("tenant", "b")).with(estimate));
  }

  /** The SLO with one group and an estimate, whose texts are {@code text}. */
  static List<SloReport> named(SloBuilder slo, String text) {
    SloReport all = slo.spentOn(named(text)).build();
    return List.of(
        all.with(new Estimate(text, 900, 970, 990, 1_010)),
        slo.spentOn(null).build().of(new Group("tenant", text)));
  }
}
