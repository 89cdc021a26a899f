package dev.burnline.render.mail;

import dev.burnline.render.chart.MailChart;
import dev.burnline.render.finding.Cause;
import dev.burnline.render.finding.Findings;
import dev.burnline.render.finding.Ranking;
import dev.burnline.render.finding.ReviewParts;
import dev.burnline.render.finding.Reviews;
import dev.burnline.render.template.Templates;
import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import dev.burnline.report.ServiceReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of a mail, as text and as HTML. */
final class MailBody {

  /** With more services the mail would be clipped; the page has them all. */
  private static final int MOST_SERVICES = 20;

  private static final int MOST_SLOS = 8;

  private final Words words;
  private final Templates templates;

  MailBody(Words words, Templates templates) {
    this.words = words;
    this.templates = templates;
  }

  /** Unique in the message, and the same on every run. */
  static String contentId(MailChart chart) {
    return chart.name() + "@burnline";
  }

  ReportMail.Body of(Report report, Findings findings, List<MailChart> charts) {
    String subject = new Subject(words).of(report, findings);
    List<ServiceReport> services = findings.services();
    var shown = services.subList(0, Math.min(MOST_SERVICES, services.size()));
    var values = new HashMap<String, Object>();
    values.put("lang", words.language());
    values.put("subject", subject);
    values.put("report", report);
    values.put("zone", report.window().zone().getId());
    values.put("cause", new Cause(report, findings, words).sentence());
    var parts = new ReviewParts(report, words);
    var reviews = new Reviews(report);
    values.put(
        "services", shown.stream().map(service -> service(service, parts, reviews)).toList());
    values.put("left_out", services.size() - shown.size());
    values.put("charts", charts.stream().map(MailBody::chart).toList());
    findings.worst().ifPresent(worst -> values.put("worst", worst));
    String text = templates.fill("mail.ftl", values).replace('\u00a0', ' ');
    return new ReportMail.Body(subject, text, templates.fill("mail.ftlh", values));
  }

  private static Map<String, Object> service(
      ServiceReport service, ReviewParts parts, Reviews reviews) {
    var slos = Findings.worstFirst(service).stream().limit(MOST_SLOS).toList();
    var values = new HashMap<String, Object>();
    values.put("of", service);
    values.put("slos", slos);
    values.put("slos_left_out", Math.max(0, service.wholeSlos().size() - MOST_SLOS));
    values.put("errors", Ranking.of(service.errorTypes()));
    reviews.week(service).ifPresent(week -> values.put("week", week));
    values.put("weeks", parts.weeks(service, slos));
    values.put("budgets", parts.budgets(service, slos));
    return values;
  }

  private static Map<String, Object> chart(MailChart chart) {
    return Map.of("name", chart.name(), "cid", contentId(chart), "finding", chart.finding());
  }
}
