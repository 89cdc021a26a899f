package dev.burnline.cli;

import dev.burnline.slo.openslo.SloFile;
import dev.burnline.slo.prometheus.PrometheusRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes SLOs as Prometheus rules. */
@Command(
    name = "prometheus",
    sortOptions = false,
    description = {
      "Writes the SLOs as Prometheus recording and alerting rules, one group for each SLO:"
          + " slo:sli_error:ratio_rate5m and the like by slo and service, the alert SLOBudgetBurn"
          + " with severity page or ticket from the same pairs of lookbacks and factors as"
          + " 'burnline alerts', and SLODataStale when no request that counts came for 6 h.",
      "",
      "The rules count what the inference runtime exposes:",
      "  requests_finished_total                one for each request.finished line",
      "  e2e_request_latency_seconds            histogram of duration_ms",
      "  time_to_first_token_seconds            histogram of ttft_ms",
      "  request_time_per_output_token_seconds  histogram of tpot_ms",
      "  request_queue_time_seconds             histogram of queue_ms",
      "with the labels service, model, status, error_type, finish_reason, tenant and route; a field"
          + " that a request does not carry is an empty label.",
      "",
      "What has no exact form in PromQL is left out with the reason, and the exit code is 2:"
          + " conditions on other fields, thresholds that are no bucket or not 'lte' or 'gt',"
          + " calendar windows, Timeslices and RatioTimeslices.",
      "",
      "The alerts fire at the minutes that Burnline computes when counters are scraped and rules"
          + " evaluated every whole minute and counters start at 0. They differ so: Prometheus"
          + " dates a request by its scrape; Prometheus 3 extrapolates every lookback by one scrape"
          + " interval; a lookback without requests ends an alert there and keeps its state here;"
          + " SLODataStale ends there when the last request leaves the SLO window. Prometheus must"
          + " keep its data (--storage.tsdb.retention.time) for as long as the longest SLO window."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline slo prometheus --slo slo.yaml --out burnline.rules.yaml",
      "  burnline slo prometheus --slo slo.yaml | promtool check rules"
    })
final class SloPrometheusCommand implements Callable<Integer> {

  private final Console console;
  private final Path home;

  @Mixin private SloOptions slos = new SloOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write; the file is replaced. Default: standard output.")
  private @Nullable Path out;

  SloPrometheusCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    SloFile file = slos.file(home);
    PrometheusRules rules = PrometheusRules.of(file.slos(), file::alertRulesOf);
    String text = head(file, rules) + rules.text();
    if (out == null) {
      console.out().print(text);
      console.out().flush();
    } else {
      write(out, text);
    }
    remarks(rules).forEach(console::warn);
    return rules.refused().isEmpty() ? ExitCode.DONE : ExitCode.WRONG_USAGE;
  }

  private static String head(SloFile file, PrometheusRules rules) {
    List<String> lines = new ArrayList<>();
    lines.add("Written by 'burnline slo prometheus' from SLO files with SHA-256 " + file.sha256());
    lines.addAll(remarks(rules));
    StringBuilder head = new StringBuilder();
    lines.forEach(line -> head.append("# ").append(Console.clean(line)).append('\n'));
    return head.toString();
  }

  private static List<String> remarks(PrometheusRules rules) {
    List<String> remarks = new ArrayList<>();
    rules
        .refused()
        .forEach(one -> remarks.add("slo '%s' is left out: %s".formatted(one.slo(), one.what())));
    rules.leftOut().forEach(one -> remarks.add("slo '%s': %s".formatted(one.slo(), one.what())));
    return remarks;
  }

  /** Prometheus may read the file at any time, so it is never there in part. */
  private static void write(Path file, String text) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".writing");
    Files.writeString(beside, text);
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
