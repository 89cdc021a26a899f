package dev.burnline.render;

import dev.burnline.render.finding.Findings;
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

/** Renders reports as page, mail, tables and JSON. */
public final class ReportRenderer {

  private final RenderSettings settings;

  /** Renders as the settings say. */
  public ReportRenderer(RenderSettings settings) {
    this.settings = settings;
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
    Report clean = CleanReport.of(report);
    Findings findings = Findings.of(clean);
    Words words = new Words(settings.locale(), report.window().zone());
    Map<String, byte[]> files = new LinkedHashMap<>(CsvTables.of(clean));
    String page = new ReportPage(words, new Templates(words)).render(clean, findings);
    files.put("report.html", page.getBytes(StandardCharsets.UTF_8));
    new OutFolder(outFolder).publish(files, "report.json", ReportJson.write(report));
  }
}
