package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CivilDaysTest {

  @TempDir Path folder;

  @Test
  void the_day_that_summer_time_begins_has_23_hours() throws IOException {
    JsonNode report =
        new TinyLog(folder)
            .file(
                "app.log",
                at("2026-03-28T22:59:59.999Z"),
                at("2026-03-28T23:00:00Z"),
                at("2026-03-29T21:59:59.999Z"),
                at("2026-03-29T22:00:00Z"))
            .on("2026-03-29", "Europe/Berlin")
            .report();

    assertThat(report.get("window").toString())
        .isEqualTo(
            "{\"start\":\"2026-03-28T23:00:00Z\",\"end\":\"2026-03-29T22:00:00Z\","
                + "\"zone\":\"Europe/Berlin\"}");
    JsonNode service = report.at("/services/0");
    assertThat(service.get("requests").longValue()).isEqualTo(2);
    assertThat(service.at("/requests_per_second/mean").doubleValue()).isEqualTo(2.0 / (23 * 3600));
    assertThat(service.at("/requests_per_second/peak_minute").doubleValue()).isEqualTo(1 / 60.0);
    assertThat(service.at("/compared_with/previous/requests").longValue()).isEqualTo(1);
    assertThat(service.get("load_heatmap").toString())
        .isEqualTo(
            "[{\"date\":\"2026-03-28\",\"hour\":23,\"requests\":1,\"errors\":0},"
                + "{\"date\":\"2026-03-29\",\"hour\":0,\"requests\":1,\"errors\":0},"
                + "{\"date\":\"2026-03-29\",\"hour\":23,\"requests\":1,\"errors\":0}]");
  }

  @Test
  void the_hour_that_a_clock_change_repeats_is_one_entry_of_the_heatmap() throws IOException {
    JsonNode service =
        new TinyLog(folder)
            .file("app.log", at("2026-10-25T00:30:00Z"), at("2026-10-25T01:30:00Z"))
            .on("2026-10-25", "Europe/Berlin")
            .onlyService();

    assertThat(service.get("load_heatmap").toString())
        .isEqualTo("[{\"date\":\"2026-10-25\",\"hour\":2,\"requests\":2,\"errors\":0}]");
    assertThat(service.at("/requests_per_second/mean").doubleValue()).isEqualTo(2.0 / (25 * 3600));
  }

  @Test
  void a_zone_may_be_off_by_three_quarters_of_an_hour() throws IOException {
    JsonNode report =
        new TinyLog(folder)
            .file(
                "app.log",
                at("2026-03-09T18:14:59.999Z"),
                at("2026-03-09T18:15:00Z"),
                at("2026-03-10T18:14:59Z"),
                at("2026-03-10T18:15:00Z"))
            .on("2026-03-10", "Asia/Kathmandu")
            .report();

    assertThat(report.at("/window/start").textValue()).isEqualTo("2026-03-09T18:15:00Z");
    assertThat(report.at("/services/0/requests").longValue()).isEqualTo(2);
    assertThat(report.at("/services/0/load_heatmap/0/hour").longValue()).isEqualTo(23);
  }

  @Test
  void the_baseline_is_the_seven_days_before_and_the_heatmap_seven_days_with_this_one()
      throws IOException {
    JsonNode service =
        new TinyLog(folder)
            .file(
                "app.log",
                at("2026-03-02T23:59:59Z"),
                at("2026-03-03T00:00:00Z"),
                at("2026-03-04T00:00:00Z"),
                at("2026-03-09T00:00:00Z"),
                at("2026-03-10T00:00:00Z"),
                at("2026-03-11T00:00:00Z"))
            .onlyService();

    assertThat(service.at("/compared_with/baseline_7d/requests").longValue()).isEqualTo(3);
    assertThat(service.at("/compared_with/previous/requests").longValue()).isEqualTo(1);
    assertThat(service.get("load_heatmap").findValuesAsText("date"))
        .containsExactly("2026-03-04", "2026-03-09", "2026-03-10");
  }

  @Test
  void the_default_date_is_the_last_whole_day_without_stray_clocks() throws IOException {
    String busy = (at("2026-03-09T12:00:00Z") + "\n").repeat(150).strip();
    ZoneId utc = ZoneId.of("UTC");
    Path log = folder.resolve("app.log");
    TinyLog tiny = new TinyLog(folder);

    tiny.file("app.log", busy, at("2026-03-09T23:50:00Z"), at("2027-03-09T12:00:00Z"));
    assertThat(DefaultDate.of(List.of(log), utc)).contains(LocalDate.parse("2026-03-09"));

    tiny.file("app.log", busy, at("2026-03-10T00:00:00Z"), at("2026-03-10T23:49:59Z"));
    assertThat(DefaultDate.of(List.of(log), utc)).contains(LocalDate.parse("2026-03-09"));

    tiny.file("app.log", busy, at("2026-03-10T00:00:00Z"), at("2026-03-10T23:50:00Z"));
    assertThat(DefaultDate.of(List.of(log), utc)).contains(LocalDate.parse("2026-03-10"));

    tiny.file("app.log", "nothing usable");
    assertThat(DefaultDate.of(List.of(log), utc)).isEmpty();
  }

  private static String at(String timestamp) {
    return "{'timestamp':'" + timestamp + "'}";
  }
}
