package dev.burnline.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.generate.Generate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Logs of the project's own generator. */
final class GeneratedLogs {

  private GeneratedLogs() {}

  /** Runs {@code burnline generate} and returns the folder of the logs, a new one in parent. */
  static Path write(Path parent, String incidents, String... options) throws IOException {
    Path logs = parent.resolve("logs");
    List<String> arguments = new ArrayList<>(List.of("--out", logs.toString()));
    arguments.addAll(List.of(options));
    if (!incidents.isEmpty()) {
      Path file = Files.writeString(parent.resolve("incidents.yaml"), incidents);
      arguments.addAll(List.of("--incidents", file.toString()));
    }
    StringWriter messages = new StringWriter();
    int exit =
        Generate.commandLine()
            .setOut(new PrintWriter(new StringWriter(), true))
            .setErr(new PrintWriter(messages, true))
            .execute(arguments.toArray(String[]::new));
    assertThat(exit).as(messages.toString()).isZero();
    return logs;
  }

  /**
   * Returns one incident as an entry of a schedule.
   *
   * @param time of day in UTC, as {@code 09:30}
   */
  static String incident(String pattern, LocalDate day, String time, String duration) {
    return "  - {pattern: %s, start: '%sT%s:00Z', duration: %s}\n"
        .formatted(pattern, day, time, duration);
  }
}
