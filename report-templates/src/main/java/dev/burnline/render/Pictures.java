package dev.burnline.render;

import dev.burnline.render.chart.MailChart;
import dev.burnline.render.finding.Findings;
import dev.burnline.render.words.Words;
import dev.burnline.report.Report;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The mail's pictures while they are drawn in a thread of their own. */
final class Pictures {

  private final FutureTask<List<MailChart>> drawing;

  private Pictures(FutureTask<List<MailChart>> drawing) {
    this.drawing = drawing;
  }

  static Pictures start(Report clean, Findings findings, Words words) {
    var drawing =
        new FutureTask<>(
            () ->
                findings
                    .pictured()
                    .map(service -> MailChart.of(service, clean.window(), words))
                    .orElse(List.of()));
    var thread = new Thread(drawing, "burnline-pictures");
    thread.setDaemon(true);
    thread.start();
    return new Pictures(drawing);
  }

  /**
   * The pictures; none when the machine cannot draw, for example without any font. The verdict does
   * not depend on them, and the mail says that they are missing.
   */
  List<MailChart> await() {
    try {
      return drawing.get();
    } catch (ExecutionException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }
}
