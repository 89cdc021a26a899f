package dev.burnline.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SloPartTest {

  @TempDir Path folder;

  @Test
  void budget_and_burn_rates_are_those_of_half_open_windows() throws IOException {
    JsonNode service = service(answered("0.9", 30), twentyWithOneBad("2026-02-09T00:00:00Z"));
    JsonNode slo = service.at("/slos/0");

    assertThat(slo.get("window").toString())
        .isEqualTo(
            "{\"start\":\"2026-02-09T00:00:00Z\",\"end\":\"2026-03-11T00:00:00Z\","
                + "\"kind\":\"rolling\",\"duration\":\"30d\"}");
    assertThat(slo.get("total").longValue()).isEqualTo(20);
    assertThat(slo.get("bad").longValue()).isEqualTo(1);
    assertThat(slo.get("sli").doubleValue()).isEqualTo(0.95);
    assertThat(slo.get("period").toString())
        .isEqualTo("{\"good\":9,\"total\":10,\"bad\":1,\"sli\":0.9}");
    assertThat(slo.get("budget").toString())
        .isEqualTo(
            "{\"total\":2.0,\"consumed\":1.0,\"consumed_ratio\":0.5,\"remaining_ratio\":0.5,"
                + "\"minutes_remaining\":2160.0}");
    assertThat(slo.get("burn_rates").toString())
        .isEqualTo(
            "{\"5m\":5.0,\"30m\":5.0,\"1h\":5.0,\"2h\":1.6666666666666667,"
                + "\"6h\":1.6666666666666667,\"1d\":1.0,\"3d\":1.0}");
    assertThat(slo.get("policy").toString())
        .isEqualTo(
            "[{\"threshold\":0.5,\"action\":\"architecture review\",\"triggered\":false},"
                + "{\"threshold\":1.0,\"action\":\"freeze releases\",\"triggered\":false}]");
  }

  @Test
  void old_good_minutes_that_leave_the_window_bring_exhaustion_near() throws IOException {
    // The ten good ones are the first minute of the window: one minute on, 1 of 10 is bad.
    JsonNode service = service(answered("0.9", 30), twentyWithOneBad("2026-02-09T00:00:00Z"));

    assertThat(service.at("/slos/0/exhaustion_at").textValue()).isEqualTo("2026-03-11T00:01:00Z");
    assertThat(service.at("/slos/0/status").textValue()).isEqualTo("BURNING");
    assertThat(service.get("verdict").textValue()).isEqualTo("AT_RISK");
  }

  @Test
  void exhaustion_more_than_a_week_ahead_is_no_risk_yet() throws IOException {
    // They are 11 days into the window and leave it with the end of their minute.
    JsonNode service = service(answered("0.9", 30), twentyWithOneBad("2026-02-20T00:00:30Z"));

    assertThat(service.at("/slos/0/exhaustion_at").textValue()).isEqualTo("2026-03-22T00:01:00Z");
    assertThat(service.at("/slos/0/status").textValue()).isEqualTo("HEALTHY");
    assertThat(service.get("verdict").textValue()).isEqualTo("MET");
  }

  @Test
  void a_budget_used_up_is_exhausted_now() throws IOException {
    JsonNode service =
        service(
            answered("0.5", 30),
            request("2026-03-10T00:00:00Z", "success"),
            request("2026-03-10T00:00:00Z", "rejected"));

    assertThat(service.at("/slos/0/budget/remaining_ratio").doubleValue()).isZero();
    assertThat(service.at("/slos/0/exhaustion_at").textValue()).isEqualTo("2026-03-11T00:00:00Z");
    assertThat(service.at("/slos/0/status").textValue()).isEqualTo("EXHAUSTED");
    assertThat(service.get("verdict").textValue()).isEqualTo("AT_RISK");
  }

  @Test
  void nothing_bad_on_the_last_day_forecasts_nothing() throws IOException {
    JsonNode service =
        service(
            answered("0.5", 30),
            request("2026-03-10T00:00:00Z", "success"),
            request("2026-03-09T23:59:59.999Z", "success"),
            request("2026-03-09T23:59:59.999Z", "error"));

    assertThat(service.at("/slos/0/exhaustion_at").isNull()).isTrue();
    assertThat(service.at("/slos/0/burn_rates/5m").isNull()).isTrue();
    assertThat(service.at("/slos/0/burn_rates/1d").doubleValue()).isZero();
    assertThat(service.get("verdict").textValue()).isEqualTo("MET");
  }

  @Test
  void an_alert_holds_only_above_the_factor_of_the_slos_own_window() throws IOException {
    String quiet = (request("2026-03-10T12:00:00Z", "success") + "\n").repeat(100).strip();
    String good = (request("2026-03-10T23:40:00Z", "success") + "\n").repeat(6).strip();
    String bad = (request("2026-03-10T23:40:00Z", "error") + "\n").repeat(4).strip();
    String onceGood = request("2026-03-10T23:40:00Z", "success");
    String threeBad = bad.substring(bad.indexOf('\n') + 1);

    // Burn 4 over 6 h and 30 min; the factor is 0.125 * 7 d / 6 h = 3.5, or 6 for 30 d.
    assertThat(service(answered("0.9", 7), quiet, good, bad).get("verdict").textValue())
        .isEqualTo("AT_RISK");
    assertThat(service(answered("0.9", 30), quiet, good, bad).get("verdict").textValue())
        .isEqualTo("MET");
    assertThat(
            service(answered("0.9", 7), quiet, good, onceGood, threeBad).get("verdict").textValue())
        .isEqualTo("MET");
  }

  @Test
  void a_day_below_the_objective_is_missed() throws IOException {
    JsonNode service =
        service(
            answered("0.5", 30),
            request("2026-03-09T00:00:00Z", "success"),
            request("2026-03-10T00:00:00Z", "error"));

    assertThat(service.get("verdict").textValue()).isEqualTo("MISSED");
  }

  @Test
  void the_two_slos_of_the_contract_count_what_they_say() throws IOException {
    JsonNode slos =
        new TinyLog(folder)
            .with(OracleSlo.availability999(), OracleSlo.latency95Within10s())
            .file(
                "app.log",
                "{'timestamp':'2026-03-10T12:00:00Z','duration_ms':10000}",
                "{'timestamp':'2026-03-10T12:00:00Z','duration_ms':10000.001}",
                "{'timestamp':'2026-03-10T12:00:00Z'}",
                "{'timestamp':'2026-03-10T12:00:00Z','level':'ERROR','duration_ms':1}",
                "{'timestamp':'2026-03-10T12:00:00Z','status':'error','error_type':'cuda_oom'}",
                "{'timestamp':'2026-03-10T12:00:00Z','status':'error','error_type':'validation'}",
                "{'timestamp':'2026-03-10T12:00:00Z','status':'error','error_type':7}")
            .onlyService()
            .get("slos");

    assertThat(slos.at("/0/good").longValue()).isEqualTo(3);
    assertThat(slos.at("/0/total").longValue()).isEqualTo(6);
    assertThat(slos.at("/1/good").longValue()).isEqualTo(1);
    assertThat(slos.at("/1/total").longValue()).isEqualTo(2);
  }

  @Test
  void a_service_seen_only_in_an_slo_window_is_listed_without_data() throws IOException {
    TinyLog log =
        new TinyLog(folder)
            .file(
                "app.log",
                "{'timestamp':'2026-03-10T12:00:00Z','service':'a'}",
                "{'timestamp':'2026-03-01T12:00:00Z','service':'b'}",
                "{'timestamp':'2026-02-08T12:00:00Z','service':'c'}",
                "{'timestamp':'2026-03-11T00:00:00Z','service':'d'}");
    JsonNode withSlo = log.with(answered("0.9", 30)).report();

    assertThat(withSlo.get("services").findValuesAsText("service")).containsExactly("a", "b");
    assertThat(withSlo.at("/services/1/verdict").textValue()).isEqualTo("NO_DATA");
    assertThat(withSlo.at("/services/1/slos/0/total").longValue()).isEqualTo(1);
    assertThat(withSlo.at("/services/1/slos/0/period/sli").isNull()).isTrue();
    assertThat(withSlo.get("verdict").textValue()).isEqualTo("NO_DATA");

    JsonNode ofB = log.with(answered("0.9", 30).forService("a")).report();
    assertThat(ofB.get("services").findValuesAsText("service")).containsExactly("a");
    assertThat(ofB.get("verdict").textValue()).isEqualTo("MET");
  }

  @Test
  void more_than_one_percent_of_the_lines_unusable_is_incomplete() throws IOException {
    String good = (request("2026-03-10T12:00:00Z", "success") + "\n").repeat(98).strip();
    TinyLog log = new TinyLog(folder);

    log.file("app.log", good, request("2026-03-10T12:00:00Z", "success"), "x");
    assertThat(log.report().get("verdict").textValue()).isEqualTo("MET");

    log.file("app.log", good, "x", "y");
    assertThat(log.report().get("verdict").textValue()).isEqualTo("INCOMPLETE");
    assertThat(log.report().at("/services/0/verdict").textValue()).isEqualTo("MET");
  }

  private JsonNode service(OracleSlo slo, String... lines) throws IOException {
    return new TinyLog(folder).with(slo).file("app.log", lines).onlyService();
  }

  private static OracleSlo answered(String target, int days) {
    return OracleSlo.of(
        "answered", target, days, l -> true, l -> l.path("status").asText().equals("success"));
  }

  private static String[] twentyWithOneBad(String timeOfTheFirstTen) {
    return new String[] {
      request("2026-02-08T23:59:59.999Z", "error"),
      (request(timeOfTheFirstTen, "success") + "\n").repeat(10).strip(),
      (request("2026-03-10T12:00:00Z", "success") + "\n").repeat(4).strip(),
      (request("2026-03-10T22:30:00Z", "success") + "\n").repeat(4).strip(),
      request("2026-03-10T23:56:00Z", "success"),
      request("2026-03-10T23:56:00Z", "error"),
      request("2026-03-11T00:00:00Z", "error")
    };
  }

  private static String request(String timestamp, String status) {
    return "{'timestamp':'%s','status':'%s'}".formatted(timestamp, status);
  }
}
