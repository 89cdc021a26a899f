package dev.burnline.render;

import dev.burnline.render.finding.Findings;
import dev.burnline.render.mail.Envelope;
import dev.burnline.render.mail.ReportMail;
import dev.burnline.render.page.ReportPage;
import dev.burnline.render.table.CsvTables;
import dev.burnline.render.template.Templates;
import dev.burnline.render.words.CleanReport;
import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
    var parts = new Parts(report);
    // AWT takes as long to start as everything else together, so the two run side by side.
    Pictures pictures = Pictures.start(parts.clean, parts.findings, parts.words);
    Map<String, byte[]> files = new LinkedHashMap<>(CsvTables.of(parts.clean));
    String page = new ReportPage(parts.words, parts.templates).render(parts.clean, parts.findings);
    files.put("report.html", page.getBytes(StandardCharsets.UTF_8));
    byte[] json = ReportJson.write(report);
    files.put("report.eml", mail(parts, pictures));
    new OutFolder(outFolder).publish(files, "report.json", json);
  }

  /** Returns the mail alone, the same bytes as {@code report.eml}. */
  public byte[] mail(Report report) {
    var parts = new Parts(report);
    return mail(parts, Pictures.start(parts.clean, parts.findings, parts.words));
  }

  private byte[] mail(Parts parts, Pictures pictures) {
    var mail = new ReportMail(parts.words, parts.templates, envelope);
    var charts = pictures.await();
    return mail.assemble(parts.clean, mail.body(parts.clean, parts.findings, charts), charts);
  }

  /** What all renderings of one report share. */
  private final class Parts {
    final Report clean;
    final Findings findings;
    final Words words;
    final Templates templates;

    Parts(Report report) {
      clean = CleanReport.of(report);
      findings = Findings.of(clean);
      words = new Words(settings.locale(), report.window().zone());
      templates = new Templates(words);
    }
  }
}
