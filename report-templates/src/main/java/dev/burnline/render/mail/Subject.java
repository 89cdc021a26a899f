package dev.burnline.render.mail;

import dev.burnline.render.finding.Findings;
import dev.burnline.render.finding.Findings.Worst;
import dev.burnline.render.finding.PeriodName;
import dev.burnline.render.finding.Reviews;
import dev.burnline.render.finding.Yardstick;
import dev.burnline.render.finding.Yardstick.Slow;
import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import java.util.ArrayList;
import java.util.Optional;

/** The subject: {@code [MISSED] chat · 2026-11-23 · p95 12.4 s (obj 10 s) · budget 38 % left}. */
final class Subject {

  private final Words words;

  Subject(Words words) {
    this.words = words;
  }

  String of(Report report, Findings findings) {
    var parts = new ArrayList<String>();
    parts.add(
        "[%s] %s".formatted(words.say("subject." + report.verdict()), about(report, findings)));
    parts.add(PeriodName.of(report, words));
    findings
        .worst()
        .ifPresent(
            worst -> {
              parts.add(indicator(worst));
              missedDays(report, worst).ifPresent(parts::add);
              var budget = worst.slo().budget();
              if (budget != null) {
                parts.add(words.say("subject.budget", words.percent(budget.remainingRatio())));
              }
              due(report, worst).ifPresent(parts::add);
            });
    // Plain spaces: a subject is searched for and typed.
    return String.join(" · ", parts).replace('\u00a0', ' ');
  }

  private Optional<String> missedDays(Report report, Worst worst) {
    return new Reviews(report)
        .week(worst.service(), worst.slo())
        .filter(week -> week.missedDays() > 0)
        .map(
            week ->
                words.say(
                    "subject.missed_days",
                    words.count(week.missedDays()),
                    words.count((long) week.days().size())));
  }

  /** The most pressing of what is due: a step of the policy or a post-mortem. */
  private Optional<String> due(Report report, Worst worst) {
    return new Reviews(report)
        .budget(worst.service(), worst.slo())
        .flatMap(budget -> budget.actions().stream().findFirst())
        .flatMap(
            action ->
                switch (action.kind()) {
                  case POLICY -> Optional.of(action.detail());
                  case POST_MORTEM -> Optional.of(words.say("budget.post_mortem"));
                  case EXHAUSTION, NO_DATA -> Optional.empty();
                });
  }

  private String about(Report report, Findings findings) {
    int services = report.services().size();
    if (services == 0) {
      return words.say("kind." + report.kind());
    }
    String worst =
        findings.worst().map(Worst::service).orElse(findings.services().get(0)).service();
    return services == 1 ? worst : words.say("subject.and_more", worst, words.count(services - 1L));
  }

  private String indicator(Worst worst) {
    var slow = Yardstick.of(worst.slo()).filter(Slow.class::isInstance).map(Slow.class::cast);
    Double measured = slow.map(of -> percentile(worst.service(), of)).orElse(null);
    if (slow.isPresent() && measured != null) {
      return words.say(
          "subject.indicator",
          slow.get().percentile(),
          words.millis(measured),
          words.axisMillis(slow.get().limitMillis()));
    }
    return words.say(
        "subject.indicator",
        worst.slo().displayName(),
        words.indicator(worst.slo().period().sli()),
        words.objective(worst.slo().objective()));
  }

  private static @org.jspecify.annotations.Nullable Double percentile(
      ServiceReport service, Slow slow) {
    var figures = service.latency().durationMs();
    if (figures == null) {
      return null;
    }
    return switch (slow.percentile()) {
      case "p50" -> figures.p50();
      case "p95" -> figures.p95();
      default -> figures.p99();
    };
  }
}
