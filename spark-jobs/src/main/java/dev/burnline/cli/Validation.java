package dev.burnline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.Exclusion;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.explain.PairExplanation;
import dev.burnline.slo.explain.SloExplanation;
import dev.burnline.slo.openslo.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/**
 * What was found in SLO files.
 *
 * @param slos none when there are problems
 */
record Validation(List<Problem> problems, List<Problem> notices, List<SloExplanation> slos) {

  Validation {
    problems = List.copyOf(problems);
    notices = List.copyOf(notices);
    slos = List.copyOf(slos);
  }

  /** Returns problems, notices and SLOs for people. */
  String text() {
    StringJoiner lines = new StringJoiner("\n");
    problems.forEach(problem -> lines.add(problem.message()));
    notices.forEach(notice -> lines.add("notice: " + notice.message()));
    slos.forEach(slo -> add(lines, slo));
    lines.add(
        "%s, %s, %s"
            .formatted(
                problems.isEmpty() ? counted(slos.size(), "SLO") : "not usable",
                counted(problems.size(), "problem"),
                counted(notices.size(), "notice")));
    return lines.toString();
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static void add(StringJoiner lines, SloExplanation explained) {
    Slo slo = explained.slo();
    lines.add(
        "%s  %s  %s  %s  %s"
            .formatted(
                Console.clean(slo.name()),
                Plain.services(slo),
                Plain.exactPercent(slo.target()),
                Plain.window(slo),
                slo.budgetingMethod().name()));
    lines.add("  valid   " + Console.clean(explained.valid()));
    lines.add("  good    " + Console.clean(explained.good()));
    if (!slo.groupBy().isEmpty()) {
      lines.add("  also    for every " + Plain.groups(slo));
    }
    slo.exclusions()
        .all()
        .forEach(exclusion -> lines.add("  without " + new ExclusionText(exclusion).rule()));
    explained.alerts().forEach(alert -> lines.add(line(alert)));
    explained.otherAlerts().forEach(words -> lines.add("  " + words));
  }

  private static String line(PairExplanation alert) {
    return String.format(
        Locale.ROOT,
        "  %-6s  %-7s  burn rate above %-6s  %s",
        Plain.severity(alert.pair()),
        Plain.lookbacks(alert.pair()),
        Plain.number(alert.factor()),
        alert.isReachable()
            ? "fires above %s bad".formatted(Plain.percent(alert.badShare()))
            : "can never fire, it would take more than %s bad"
                .formatted(Plain.percent(alert.badShare())));
  }

  /** Returns the same as one JSON object on one line. */
  String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
      json.writeStartObject();
      write(json, "problems", problems);
      write(json, "notices", notices);
      json.writeArrayFieldStart("slos");
      for (SloExplanation slo : slos) {
        write(json, slo);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String name, List<Problem> findings)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Problem finding : findings) {
      json.writeStartObject();
      json.writeStringField("file", finding.file());
      json.writeNumberField("line", finding.line());
      json.writeNumberField("column", finding.column());
      json.writeStringField("document", finding.subject());
      json.writeStringField("path", finding.path());
      json.writeStringField("message", finding.what());
      json.writeStringField("value", finding.got());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, SloExplanation explained) throws IOException {
    Slo slo = explained.slo();
    json.writeStartObject();
    json.writeStringField("name", slo.name());
    json.writeStringField("display_name", slo.displayName());
    json.writeStringField(
        "services", slo.services() instanceof ServiceScope.Named named ? named.name() : "*");
    json.writeNumberField("target", slo.target());
    json.writeStringField("window", Plain.window(slo));
    json.writeStringField("budgeting_method", slo.budgetingMethod().name());
    json.writeStringField("valid", explained.valid());
    json.writeStringField("good", explained.good());
    json.writeArrayFieldStart("group_by");
    for (String field : slo.groupNames()) {
      json.writeString(field);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("excluded");
    for (Exclusion exclusion : slo.exclusions().all()) {
      json.writeString(new ExclusionText(exclusion).rule());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("alerts");
    for (PairExplanation alert : explained.alerts()) {
      write(json, alert);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("other_alerts");
    for (String words : explained.otherAlerts()) {
      json.writeString(words);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, PairExplanation alert) throws IOException {
    json.writeStartObject();
    json.writeStringField("severity", Plain.severity(alert.pair()));
    json.writeStringField("long", DurationShorthand.of(alert.pair().longLookback()).toString());
    json.writeStringField("short", DurationShorthand.of(alert.pair().shortLookback()).toString());
    writeNumber(json, "budget_share", alert.pair().budgetShare());
    writeNumber(json, "factor", alert.factor());
    writeNumber(json, "bad_share", alert.badShare());
    json.writeBooleanField("reachable", alert.isReachable());
    json.writeEndObject();
  }

  private static void writeNumber(JsonGenerator json, String name, BigDecimal value)
      throws IOException {
    json.writeNumberField(name, value.stripTrailingZeros());
  }
}
