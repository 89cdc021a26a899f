package dev.burnline.render.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.render.words.CleanReport;
import dev.burnline.report.Report;
import dev.burnline.report.SampleReports;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class CsvTablesTest {

  @Test
  void figuresAreReadBackUnrounded() throws IOException {
    List<CSVRecord> slos = read(SampleReports.missed(), "slos.csv");

    assertThat(slos).hasSize(25);
    assertThat(slos.get(0).get("group")).isEmpty();
    assertThat(slos.get(4).get("group")).isEqualTo("tenant=team-00");
    assertThat(slos.get(0).get("service")).isEqualTo("DeepSeek-R1-Distill-Qwen-1.5B");
    assertThat(Double.parseDouble(slos.get(0).get("period_sli"))).isEqualTo(42549 / 43180.0);
    assertThat(slos.get(1).get("threshold_value")).isEqualTo("10000.0");
    assertThat(slos.get(0).get("period_start")).isEqualTo("2026-11-23T00:00:00Z");
  }

  @Test
  void theLedgerTellsWhatEachBudgetWasSpentOn() throws IOException {
    List<CSVRecord> ledger = read(SampleReports.missed(), "ledger.csv");

    assertThat(ledger)
        .extracting(row -> row.get("by") + " " + row.get("label"))
        .startsWith("incident page 2026-11-23T14:12:00Z/2026-11-23T15:30:00Z")
        .contains("error_type cuda_oom", "prompt_size under 256 tokens");
    assertThat(ledger.get(0).get("request_ids")).isEqualTo("req-81");
    assertThat(read(SampleReports.hostile("=1+1"), "ledger.csv").get(0).get("request_ids"))
        .isEqualTo("'=1+1 =1+1");
  }

  @Test
  void whatIsNotThereIsAnEmptyCell() throws IOException {
    assertThat(read(SampleReports.noData(), "services.csv").get(0).get("error_rate")).isEmpty();
    assertThat(read(SampleReports.missed(), "slowest.csv").get(2).get("request_id")).isEmpty();
    assertThat(read(SampleReports.empty(), "per_minute.csv")).isEmpty();
  }

  @Test
  void everyCellIsQuotedAndLinesEndAsTheStandardSays() {
    assertThat(text(SampleReports.missed(), "kpis.csv"))
        .startsWith("\"service\",\"kpi\",\"value\",\"comparison\",\"threshold\",\"breached\"\r\n")
        .contains(",\"p95_latency_ms\",\"7080.4\",\">\",\"15000.0\",\"false\"\r\n");
  }

  @Test
  void aTextThatLooksLikeAFormulaIsDisarmedAndANumberIsNot() throws IOException {
    for (String formula : List.of("=1+1", "+1", "-1", "@SUM(A1)")) {
      assertThat(read(SampleReports.hostile(formula), "services.csv").get(0).get("service"))
          .isEqualTo("'" + formula);
    }
    for (String hidden :
        List.of(" =1+1", "\u3000\u00a0+1", "\uff1d1+1", "\uff0b1", " \uff20A1", "\uff0d1")) {
      assertThat(read(SampleReports.hostile(hidden), "services.csv").get(0).get("service"))
          .isEqualTo("'" + hidden);
    }
    assertThat(read(SampleReports.hostile("\t=1+1"), "services.csv").get(0).get("service"))
        .isEqualTo("' =1+1");
    assertThat(read(SampleReports.hostile(" a=1"), "services.csv").get(0).get("service"))
        .isEqualTo(" a=1");
    String remaining =
        read(SampleReports.exhausted(), "slos.csv").get(0).get("budget_remaining_ratio");
    assertThat(Double.parseDouble(remaining)).isNegative();
  }

  @Test
  void aHostileNameStaysInItsCell() throws IOException {
    List<CSVRecord> services = read(SampleReports.hostile(), "services.csv");

    assertThat(services).hasSize(1);
    assertThat(services.get(0).get("service"))
        .startsWith("'=cmd|")
        .doesNotContain("\n", "\r", "\u0000", "\u202e");
  }

  private static List<CSVRecord> read(Report report, String table) throws IOException {
    var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    return format.parse(new StringReader(text(report, table))).getRecords();
  }

  private static String text(Report report, String table) {
    return new String(CsvTables.of(CleanReport.of(report)).get(table), UTF_8);
  }
}
