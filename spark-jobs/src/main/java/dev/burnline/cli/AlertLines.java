package dev.burnline.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.burnline.report.AlertReport;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Alerts as terminals and scripts read them. */
final class AlertLines {

  private static final JsonFactory JSON = new JsonFactory();

  private AlertLines() {}

  /** Returns a line that says what fires, since when, and how bad it is. */
  static String text(AlertReport alert) {
    StringBuilder line =
        new StringBuilder(
            format(
                "%-8s  %-6s  %s  %s  %s",
                name(alert.state()),
                name(alert.severity()),
                Console.clean(alert.service()),
                Console.clean(alert.slo()),
                alert.alertname()));
    line.append("  since ").append(alert.startsAt());
    if (alert.endsAt() != null) {
      line.append(" until ").append(alert.endsAt());
    }
    if (!alert.longWindow().isEmpty()) {
      line.append("  burn ").append(burn(alert.burnLong(), alert.longWindow()));
    }
    if (!alert.shortWindow().isEmpty()) {
      line.append(", ").append(burn(alert.burnShort(), alert.shortWindow()));
    }
    if (alert.budgetSpent() != null) {
      line.append(format("  budget spent %.1f %%", 100 * alert.budgetSpent()));
    }
    return line.toString();
  }

  private static String burn(@Nullable Double rate, String lookback) {
    return (rate == null ? "no data" : format("%.1f", rate)) + " over " + lookback;
  }

  static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static JsonGenerator generator(Writer out) throws IOException {
    return JSON.createGenerator(out).useDefaultPrettyPrinter();
  }

  /** Writes an alert with the keys that it has in report.json. */
  static void write(JsonGenerator json, AlertReport alert) throws IOException {
    json.writeStartObject();
    json.writeStringField("alertname", alert.alertname());
    json.writeStringField("service", alert.service());
    json.writeStringField("slo", alert.slo());
    json.writeStringField("severity", name(alert.severity()));
    json.writeStringField("state", name(alert.state()));
    json.writeStringField("starts_at", alert.startsAt().toString());
    json.writeStringField("ends_at", alert.endsAt() == null ? null : alert.endsAt().toString());
    json.writeStringField("long_window", alert.longWindow());
    json.writeStringField("short_window", alert.shortWindow());
    number(json, "burn_long", alert.burnLong());
    number(json, "burn_short", alert.burnShort());
    number(json, "budget_spent", alert.budgetSpent());
    json.writeEndObject();
  }

  static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
