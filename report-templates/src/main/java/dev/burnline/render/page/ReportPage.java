package dev.burnline.render.page;

import dev.burnline.render.chart.Picture;
import dev.burnline.render.chart.ServiceCharts;
import dev.burnline.render.finding.Cause;
import dev.burnline.render.finding.Findings;
import dev.burnline.render.finding.PeriodName;
import dev.burnline.render.finding.Ranking;
import dev.burnline.render.finding.ReviewParts;
import dev.burnline.render.finding.Reviews;
import dev.burnline.render.template.Templates;
import dev.burnline.render.words.Words;
import dev.burnline.report.BudgetReview.SloBudget;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders a report as one HTML page. */
public final class ReportPage {

  /** With more services than this, only the worst one is unfolded. */
  private static final int UNFOLDED = 3;

  private final Words words;
  private final Templates templates;

  /** Renders in the language of {@code words}. */
  public ReportPage(Words words, Templates templates) {
    this.words = words;
    this.templates = templates;
  }

  /** Returns the page of a cleaned report. */
  public String render(Report report, Findings findings) {
    var style = Style.ofPage();
    var charts = new ServiceCharts(report, words);
    var parts = new ReviewParts(report, words);
    var services = new ArrayList<Map<String, Object>>();
    for (ServiceReport service : findings.services()) {
      boolean open = services.isEmpty() || findings.services().size() <= UNFOLDED;
      var values = service(service, services.size() + 1, open, charts);
      review(values, report, service, parts, charts);
      services.add(values);
    }
    var values = new HashMap<String, Object>();
    values.put("lang", words.language());
    values.put("style", Templates.markup(style.css()));
    values.put("style_hash", style.hash());
    values.put("report", report);
    values.put("period", PeriodName.of(report, words));
    values.put("zone", report.window().zone().getId());
    values.put("cause", new Cause(report, findings, words).sentence());
    values.put("services", services);
    findings.worst().ifPresent(worst -> values.put("worst", worst));
    return templates.fill("page.ftlh", values);
  }

  /** Adds what weekly reports and budget reviews have. */
  private static void review(
      Map<String, Object> values,
      Report report,
      ServiceReport service,
      ReviewParts parts,
      ServiceCharts charts) {
    new Reviews(report).week(service).ifPresent(week -> values.put("week", week));
    values.put("weeks", parts.weeks(service, service.slos()));
    List<Map<String, Object>> budgets = parts.budgets(service, service.slos());
    for (Map<String, Object> budget : budgets) {
      if (budget.get("slo") instanceof SloReport slo && budget.get("of") instanceof SloBudget of) {
        put(budget, "burn_down", charts.burnDown(slo, of, Reviews.alerts(report, service, slo)));
      }
    }
    values.put("budgets", budgets);
  }

  private static Map<String, Object> service(
      ServiceReport service, int number, boolean open, ServiceCharts charts) {
    var values = new HashMap<String, Object>();
    values.put("id", "s" + number);
    values.put("open", open);
    values.put("of", service);
    Findings.worstSlo(service).ifPresent(slo -> values.put("worst", slo));
    values.put(
        "missed",
        service.wholeSlos().stream().filter(Findings::isMissed).map(slo -> slo.name()).toList());
    put(values, "requests", charts.requests(service));
    put(values, "latency", charts.latency(service));
    put(values, "percentiles", charts.percentiles(service));
    put(values, "input_lengths", charts.inputLengths(service));
    put(values, "heatmap", charts.heatmap(service));
    values.put(
        "outcomes",
        List.of(
            outcome("outcome.status", service.statusCounts()),
            outcome("outcome.error_type", service.errorTypes()),
            outcome("outcome.finish_reason", service.finishReasons())));
    return values;
  }

  private static Map<String, Object> outcome(String title, Map<String, Long> counts) {
    return Map.of("title", title, "rows", Ranking.of(counts));
  }

  private static void put(Map<String, Object> values, String name, Optional<Picture> picture) {
    picture.ifPresent(
        of -> values.put(name, Map.of("svg", Templates.markup(of.svg()), "finding", of.finding())));
  }
}
