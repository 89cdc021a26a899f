package dev.burnline.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.burnline.job.EvaluateAlertsJob;
import dev.burnline.job.KeepStoreCurrentJob;
import dev.burnline.job.StoreRequest;
import dev.burnline.report.AlertReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which alerts fire. */
@Command(
    name = "alerts",
    sortOptions = false,
    description = {
      "Reads what is new in the logs into the store and says which alerts fire at a minute, and"
          + " which were resolved shortly before. Sends nothing.",
      "Every whole minute up to then is replayed, so it does not matter how often this runs."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  burnline alerts --logs /var/log/llm --slo slo.yaml --store /var/lib/burnline",
      "  burnline alerts --at 2026-11-22T14:05Z --resolved-within 1h --json"
    })
final class AlertsCommand implements Callable<Integer> {

  private static final int MOST_ESTIMATES = 10;

  private final Console console;
  private final Path home;

  @Mixin private LogOptions input = new LogOptions();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = AtConverter.class,
      description =
          "Minute to evaluate, as 2026-11-22T14:05Z. Default: the last complete minute in the"
              + " logs.")
  private @Nullable Instant at;

  @Option(
      names = "--resolved-within",
      paramLabel = "TIME",
      converter = MinutesConverter.class,
      description = "Also list alerts that were resolved so shortly before. Default: 15m.")
  private Duration resolvedWithin = Duration.ofMinutes(15);

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  AlertsCommand(Console console, Path home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() throws Exception {
    StoreRequest request = input.request(home);
    EvaluateAlertsJob.Result result;
    try (TerminalProgress progress = new TerminalProgress(console);
        OneContext spark = new OneContext("alerts")) {
      result =
          new EvaluateAlertsJob(new KeepStoreCurrentJob(spark::start, Clock.systemUTC(), progress))
              .at(request, Optional.ofNullable(at), resolvedWithin);
    }
    Estimates estimates = Estimates.of(result.services());
    if (json) {
      console.json(json(result, estimates));
    } else {
      console.out().println(text(result, estimates));
    }
    estimates.warning(request.logs()).ifPresent(console::warn);
    result.unread().forEach(unread -> console.warn(unread.name() + ": " + unread.reason()));
    return result.unread().isEmpty() ? ExitCode.DONE : ExitCode.UNREADABLE;
  }

  private static String text(EvaluateAlertsJob.Result result, Estimates estimates) {
    StringBuilder lines = new StringBuilder();
    result.alerts().forEach(alert -> lines.append(AlertLines.text(alert)).append('\n'));
    estimates.rows().stream()
        .limit(MOST_ESTIMATES)
        .forEach(
            row ->
                lines.append(
                    AlertLines.format(
                        "estimated  %s  %s  %s in all minutes looked at\n",
                        Console.clean(row.service()),
                        Console.clean(row.slo()),
                        Estimates.text(row.bounds()))));
    if (estimates.rows().size() > MOST_ESTIMATES) {
      lines.append(
          AlertLines.format("and %d estimates more\n", estimates.rows().size() - MOST_ESTIMATES));
    }
    long firing =
        result.alerts().stream().filter(alert -> alert.state() == AlertReport.State.FIRING).count();
    return lines
        .append(
            AlertLines.format(
                "%d firing, %d resolved, %d services at %s",
                firing,
                result.alerts().size() - firing,
                result.services().size(),
                result.window().end()))
        .toString();
  }

  private static String json(EvaluateAlertsJob.Result result, Estimates estimates)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = AlertLines.generator(text)) {
      generator.writeStartObject();
      generator.writeStringField("at", result.window().end().toString());
      generator.writeArrayFieldStart("alerts");
      for (AlertReport alert : result.alerts()) {
        AlertLines.write(generator, alert);
      }
      generator.writeEndArray();
      generator.writeArrayFieldStart("estimates");
      for (Estimates.Row row : estimates.rows()) {
        generator.writeStartObject();
        generator.writeStringField("service", row.service());
        generator.writeStringField("slo", row.slo());
        Estimates.write(generator, row.bounds());
        generator.writeEndObject();
      }
      generator.writeEndArray();
      generator.writeEndObject();
    }
    return text.toString();
  }
}
