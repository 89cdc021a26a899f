package dev.burnline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.burnline.report.ServiceReport;
import dev.burnline.report.SloReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is to be said where events were not counted but estimated. */
record Estimates(List<Row> rows) {

  private static final int MOST_NAMES = 5;

  Estimates {
    rows = List.copyOf(rows);
  }

  /** An SLO of a service with the bounds of its counts. */
  record Row(String service, String slo, SloReport.Estimate bounds) {}

  static Estimates of(List<ServiceReport> services) {
    List<Row> rows = new ArrayList<>();
    for (ServiceReport service : services) {
      for (SloReport slo : service.wholeSlos()) {
        SloReport.Estimate bounds = slo.estimate();
        if (bounds != null) {
          rows.add(new Row(service.service(), slo.name(), bounds));
        }
      }
    }
    return new Estimates(rows);
  }

  /** Returns the bounds of one SLO of a service; null when its counts are exact. */
  SloReport.@Nullable Estimate of(String service, String slo) {
    return rows.stream()
        .filter(row -> row.service.equals(service) && row.slo.equals(slo))
        .map(Row::bounds)
        .findFirst()
        .orElse(null);
  }

  static String text(SloReport.Estimate bounds) {
    return AlertLines.format(
        "%,d to %,d good events of %,d to %,d",
        bounds.goodAtLeast(), bounds.goodAtMost(), bounds.totalAtLeast(), bounds.totalAtMost());
  }

  /** Returns the end of a line about an SLO; empty when its counts are exact. */
  static String suffix(SloReport.@Nullable Estimate bounds) {
    return bounds == null ? "" : "  estimated: " + text(bounds);
  }

  /**
   * Writes the fields that an estimate has in report.json. There they are of the SLO window, of
   * alerts they are of all minutes that the replay looks at.
   */
  static void write(JsonGenerator json, SloReport.Estimate bounds) throws IOException {
    json.writeStringField("reason", bounds.reason());
    json.writeNumberField("good_at_least", bounds.goodAtLeast());
    json.writeNumberField("good_at_most", bounds.goodAtMost());
    json.writeNumberField("total_at_least", bounds.totalAtLeast());
    json.writeNumberField("total_at_most", bounds.totalAtMost());
  }

  /**
   * Returns what can be done about them; empty when all counts are exact.
   *
   * @param logs those that the command was given
   */
  Optional<String> warning(List<String> logs) {
    List<String> names = rows.stream().map(Row::slo).distinct().sorted().toList();
    if (names.isEmpty()) {
      return Optional.empty();
    }
    String some =
        names.stream().limit(MOST_NAMES).collect(Collectors.joining("', '", "'", "'"))
            + (names.size() > MOST_NAMES
                ? " and %d more".formatted(names.size() - MOST_NAMES)
                : "");
    return Optional.of(
        "counts of SLO %s are estimates, as logs were read before there was the SLO%s"
            .formatted(
                some,
                logs.isEmpty()
                    ? ": give --logs, so that those that still exist are read again and the counts"
                        + " are exact"
                    : " and are not among --logs: give those that still exist, so that they are"
                        + " read again and the counts are exact"));
  }
}
