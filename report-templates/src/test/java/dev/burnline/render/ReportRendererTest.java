package dev.burnline.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.burnline.report.Report;
import dev.burnline.report.ReportJson;
import dev.burnline.report.SampleReports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportRendererTest {

  @TempDir private Path folder;

  private final ReportRenderer renderer = new ReportRenderer(RenderSettings.defaults());

  @Test
  void clientsTextThatLooksLikeAnIncidentStopsNoReport() throws Exception {
    Report report = SampleReports.hostile("page 2026-99-99T00:00:00Z/..");

    renderer.write(report, folder.resolve("like-an-incident"));

    assertThat(folder.resolve("like-an-incident/report.html"))
        .content()
        .contains("page 2026-99-99T00:00:00Z/..");
  }

  @Test
  void everythingStandsInTheFolderAndNothingElse() throws IOException {
    renderer.write(SampleReports.met(), folder.resolve("a/b"));

    assertThat(files(folder.resolve("a/b")).keySet())
        .containsExactlyInAnyOrder(
            "report.json",
            "report.html",
            "report.eml",
            "slos.csv",
            "burn_rates.csv",
            "ledger.csv",
            "services.csv",
            "kpis.csv",
            "latency.csv",
            "outcomes.csv",
            "per_minute.csv",
            "input_lengths.csv",
            "load_heatmap.csv",
            "gpus.csv",
            "slowest.csv");
  }

  @Test
  void anEarlierRunIsReplaced() throws IOException {
    renderer.write(SampleReports.missed(), folder);
    renderer.write(SampleReports.met(), folder);

    assertThat(ReportJson.read(folder.resolve("report.json"))).isEqualTo(SampleReports.met());
    assertThat(folder.resolve("report.html")).content().contains("✓</span> Met");
    assertThat(folder.resolve("gpus.csv")).content().hasLineCount(1);
  }

  @Test
  void aReportCanBeRenderedAgainFromItsJsonAlone() throws IOException {
    renderer.write(SampleReports.incomplete(), folder.resolve("first"));
    renderer.write(ReportJson.read(folder.resolve("first/report.json")), folder.resolve("second"));

    var first = files(folder.resolve("first"));
    var second = files(folder.resolve("second"));
    assertThat(second).hasSameSizeAs(first);
    first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
  }

  @Test
  void aFolderThatIsAFileIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "x");

    assertThatThrownBy(() -> renderer.write(SampleReports.met(), file))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot create folder %s: a file of that name is in the way", file);
  }

  @Test
  void aFailureLeavesNoReportJsonAndNoTemporaryFiles() throws IOException {
    renderer.write(SampleReports.missed(), folder);
    Files.delete(folder.resolve("slos.csv"));
    Files.createDirectories(folder.resolve("slos.csv/in-the-way"));

    assertThatThrownBy(() -> renderer.write(SampleReports.met(), folder))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot write " + folder.resolve("slos.csv") + ": ");
    assertThat(files(folder).keySet())
        .doesNotContain("report.json")
        .noneMatch(name -> name.contains(".tmp"));
  }

  private static Map<String, byte[]> files(Path folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    List<Path> paths;
    try (var listed = Files.list(folder)) {
      paths = listed.filter(Files::isRegularFile).toList();
    }
    for (Path path : paths) {
      files.put(path.getFileName().toString(), Files.readAllBytes(path));
    }
    return files;
  }
}
