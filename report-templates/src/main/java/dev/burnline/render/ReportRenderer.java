package dev.burnline.render;

import dev.burnline.render.chart.MailChart;
import dev.burnline.render.finding.Findings;
import dev.burnline.render.finding.Reviews;
import dev.burnline.render.mail.Envelope;
import dev.burnline.render.mail.ReportMail;
import dev.burnline.render.page.ReportPage;
import dev.burnline.render.table.CsvTables;
import dev.burnline.render.template.Templates;
import dev.burnline.render.words.CleanReport;
import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import java.awt.AWTError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders reports as page, mail, tables and JSON. Equal reports give equal bytes, but for the
 * pictures in the mail, whose letters depend on the fonts of the machine.
 */
public final class ReportRenderer {

  private final RenderSettings settings;
  private final Envelope envelope;

  /**
   * Renders as the settings say.
   *
   * @throws IllegalArgumentException when an address in the settings is none, naming it
   */
  public ReportRenderer(RenderSettings settings) {
    this.settings = settings;
    this.envelope = Envelope.of(settings.from(), settings.to());
  }

  /**
   * Writes {@code report.html}, {@code report.eml}, the {@code .csv} tables and, last, {@code
   * report.json} into a folder, which is created. Files of an earlier run are replaced. Who sees
   * {@code report.json} sees the others of the same report.
   *
   * @throws IOException naming path and cause when something cannot be written; the folder then has
   *     no temporary files, and either everything of the earlier run or no {@code report.json}
   */
  public void write(Report report, Path outFolder) throws IOException {
    var job = new Job(report);
    // AWT and the mail library take as long to start as the page: the two run side by side.
    var mail = new Aside<>("burnline-mail", job::mail);
    Map<String, byte[]> files = new LinkedHashMap<>(CsvTables.of(job.clean));
    files.put("report.html", job.page());
    byte[] json = ReportJson.write(report);
    files.put("report.eml", mail.await());
    new OutFolder(outFolder).publish(files, "report.json", json);
  }

  /** Returns the mail alone, the same bytes as {@code report.eml}. */
  public byte[] mail(Report report) {
    return new Job(report).mail();
  }

  /** What the renderings of one report share. */
  private final class Job {
    private final Report clean;
    private final Findings findings;
    private final Words words;
    private final Templates templates;

    Job(Report report) {
      clean = CleanReport.of(report);
      findings = Findings.of(clean);
      words = new Words(settings.locale(), report.window().zone());
      templates = new Templates(words);
    }

    byte[] page() {
      String page = new ReportPage(words, templates).render(clean, findings);
      return page.getBytes(StandardCharsets.UTF_8);
    }

    byte[] mail() {
      var mail = new ReportMail(words, templates, envelope);
      List<MailChart> charts = charts();
      return mail.assemble(clean, mail.body(clean, findings, charts), charts);
    }

    private List<MailChart> burnDown(Findings.Worst worst) {
      return new Reviews(clean)
          .budget(worst.service(), worst.slo())
          .map(
              budget ->
                  MailChart.burnDown(
                      worst.slo(),
                      budget,
                      Reviews.alerts(clean, worst.service(), worst.slo()),
                      words))
          .orElse(List.of());
    }

    /**
     * None when the machine cannot draw, for example without any font. The verdict does not depend
     * on pictures, and the mail says that they are missing.
     */
    private List<MailChart> charts() {
      try {
        return switch (clean.kind()) {
          case NIGHTLY ->
              findings
                  .pictured()
                  .map(service -> MailChart.of(service, clean.window(), words))
                  .orElse(List.of());
          // The days of a week are a table.
          case WEEKLY -> List.of();
          case BUDGET -> findings.worst().map(this::burnDown).orElse(List.of());
        };
      } catch (RuntimeException | LinkageError | InternalError | AWTError e) {
        return List.of();
      }
    }
  }
}
