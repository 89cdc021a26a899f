package dev.burnline.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** A log written by hand; single quotes stand for double ones. */
final class TinyLog {

  private final Path folder;
  private LocalDate date = LocalDate.parse("2026-03-10");
  private ZoneId zone = ZoneId.of("UTC");
  private List<OracleSlo> slos = List.of();
  private Map<String, Double> kpiThresholds = Map.of();

  TinyLog(Path folder) {
    this.folder = folder;
  }

  /** Writes a file of whole lines. */
  TinyLog file(String name, String... lines) throws IOException {
    return content(name, String.join("\n", lines).replace('\'', '"') + "\n");
  }

  TinyLog content(String name, String content) throws IOException {
    return content(name, content.getBytes(StandardCharsets.UTF_8));
  }

  TinyLog content(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return this;
  }

  TinyLog on(String reportedDate, String zoneId) {
    date = LocalDate.parse(reportedDate);
    zone = ZoneId.of(zoneId);
    return this;
  }

  TinyLog with(OracleSlo... chosen) {
    slos = List.of(chosen);
    return this;
  }

  TinyLog withKpis(Map<String, Double> thresholds) {
    kpiThresholds = thresholds;
    return this;
  }

  JsonNode report() throws IOException {
    return new BruteForceReport(List.of(folder), date, zone, slos, kpiThresholds).expected();
  }

  JsonNode completeness() throws IOException {
    return report().get("completeness");
  }

  JsonNode onlyService() throws IOException {
    JsonNode services = report().get("services");
    if (services.size() != 1) {
      throw new AssertionError("expected one service, were " + services);
    }
    return services.get(0);
  }
}
