package dev.burnline.render.finding;

import dev.burnline.render.finding.Yardstick.Counted;
import dev.burnline.render.finding.Yardstick.Slow;
import dev.burnline.render.words.SloUnits;
import dev.burnline.render.words.Words;
import dev.burnline.report.Completeness;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import dev.burnline.report.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Says in one or two sentences why the verdict is what it is. */
public final class Cause {

  private final Report report;
  private final Findings findings;
  private final Words words;

  /** Speaks about one report in one language. */
  public Cause(Report report, Findings findings, Words words) {
    this.report = report;
    this.findings = findings;
    this.words = words;
  }

  /** The cause of the whole report's verdict. */
  public String sentence() {
    var said = new ArrayList<String>();
    switch (report.verdict()) {
      case NO_DATA -> noData(said);
      case INCOMPLETE -> incomplete(said);
      case MISSED ->
          findings.worst().ifPresent(worst -> missed(said, worst.service(), worst.slo()));
      case AT_RISK ->
          findings.worst().ifPresent(worst -> atRisk(said, worst.service(), worst.slo()));
      case MET -> met(said);
    }
    new ReviewCause(report, findings, words).addTo(said);
    return String.join(words.say("sentence.space"), said);
  }

  private void noData(List<String> said) {
    if (report.completeness().requests() == 0) {
      said.add(
          words.say(
              "cause.no_data",
              words.minute(report.window().start()),
              words.minute(report.window().end()),
              words.count(report.completeness().lines())));
      unread(said);
      return;
    }
    var silent = findings.services().stream().filter(of -> of.requests() == 0).toList();
    if (!silent.isEmpty()) {
      said.add(
          words.say("cause.silent", words.count((long) silent.size()), silent.get(0).service()));
    }
    unread(said);
    otherwiseMissed(said);
  }

  private void otherwiseMissed(List<String> said) {
    findings
        .worst()
        .filter(worst -> Findings.isMissed(worst.slo()))
        .ifPresent(worst -> missed(said, worst.service(), worst.slo()));
  }

  private void incomplete(List<String> said) {
    Completeness of = report.completeness();
    long missing = of.lostLines() + of.malformed();
    // Where nothing but a source is missing, the lines that were read are all there.
    if (missing > 0 || report.run().unread().isEmpty()) {
      double share = missing / (double) Math.max(1, of.lines() + of.lostLines());
      said.add(
          words.say(
              "cause.incomplete",
              words.percent(share),
              words.count(of.lostLines()),
              words.count(of.malformed())));
    }
    unread(said);
    otherwiseMissed(said);
  }

  private void unread(List<String> said) {
    if (!report.run().unread().isEmpty()) {
      var first = report.run().unread().get(0);
      said.add(
          words.say(
              "cause.unread",
              words.count((long) report.run().unread().size()),
              first.source(),
              first.reason()));
    }
  }

  private void missed(List<String> said, ServiceReport service, SloReport slo) {
    var period = slo.period();
    said.add(
        words.say(
            SloUnits.key("cause.missed", slo),
            service.service(),
            slo.displayName(),
            words.indicator(period.sli()),
            words.objective(slo.objective()),
            SloUnits.count(words, slo, period.bad()),
            SloUnits.count(words, slo, period.total()),
            words.percent(period.bad() / (double) Math.max(1, period.total()))));
    Yardstick.of(slo)
        .map(yardstick -> BadMinutes.of(service.perMinute(), yardstick))
        .ifPresent(bad -> when(said, bad, report.periodOf(slo)));
    long others =
        report.services().stream()
                .flatMap(of -> of.wholeSlos().stream())
                .filter(Findings::isMissed)
                .count()
            - 1;
    if (others > 0) {
      said.add(words.say("cause.others", words.count(others)));
    }
  }

  private void when(List<String> said, BadMinutes bad, Window period) {
    Span core = bad.core();
    if (core == null) {
      return;
    }
    var window = Duration.between(report.window().start(), report.window().end());
    long minutes = Duration.between(period.start(), period.end()).toMinutes();
    boolean concentrated = core.length().toMinutes() <= minutes * Findings.CONCENTRATED;
    String where =
        concentrated
            ? words.say(
                "cause.between",
                words.percent(bad.coreShare()),
                from(core, window),
                until(core, window),
                words.length(core.length()))
            : words.say("cause.spread");
    if (bad.yardstick() instanceof Slow slow) {
      said.add(
          words.say(
              "cause.slow_minutes",
              slow.percentile(),
              words.axisMillis(slow.limitMillis()),
              words.count(bad.minutes()),
              where));
    } else if (bad.yardstick() instanceof Counted) {
      said.add(words.say("cause.errors", where));
    }
  }

  private String from(Span span, Duration window) {
    return window.toHours() > 25 ? words.minute(span.start()) : words.clock(span.start());
  }

  private String until(Span span, Duration window) {
    return window.toHours() > 25 ? words.minute(span.end()) : words.clock(span.end());
  }

  private void atRisk(List<String> said, ServiceReport service, SloReport slo) {
    said.add(words.say("cause.all_met"));
    var budget = slo.budget();
    var at = slo.exhaustionAt();
    String key =
        switch (slo.status()) {
          case EXHAUSTED -> "cause.exhausted";
          default -> at == null ? "cause.burning" : "cause.forecast";
        };
    said.add(
        words.say(
            key,
            service.service(),
            slo.displayName(),
            words.percent(budget == null ? null : budget.remainingRatio()),
            words.minute(at),
            words.times(slo.burnRates().get("1d")),
            words.times(slo.burnRates().get("1h"))));
  }

  private void met(List<String> said) {
    long slos = report.services().stream().mapToLong(service -> service.wholeSlos().size()).sum();
    if (findings.worst().isEmpty()) {
      said.add(words.say("cause.no_slos", words.count(report.completeness().requests())));
      return;
    }
    var worst = findings.worst().get();
    var budget = worst.slo().budget();
    said.add(
        words.say(
            "cause.met",
            words.count(slos),
            worst.service().service(),
            worst.slo().displayName(),
            words.indicator(worst.slo().period().sli()),
            words.objective(worst.slo().objective()),
            words.percent(budget == null ? null : budget.remainingRatio())));
  }
}
