package dev.burnline.serve.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.burnline.serve.JavaProcess;
import dev.burnline.serve.event.SampleEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillTest {

  @TempDir private Path folder;

  /** Writes until it is killed. */
  static final class Victim {
    private Victim() {}

    public static void main(String[] args) throws IOException {
      RequestLog log =
          RequestLog.open(
              RequestLogSettings.of(Path.of(args[0]), "qwen", "host:1").withRotation(1 << 20, 99),
              Clock.systemUTC());
      log.announceStart("0.1.0", null);
      for (long i = 0; ; i++) {
        log.write(SampleEvents.finished("r-" + i));
      }
    }
  }

  @Test
  void aKilledProcessLeavesAtMostOneHalfLineAndTheNextBootTellsOfIt()
      throws IOException, InterruptedException {
    Process victim = JavaProcess.of(Victim.class, folder.toString()).inheritIO().start();
    try {
      while (!Files.exists(folder.resolve("app.log.2"))) {
        assertThat(victim.isAlive()).as("the process is still writing").isTrue();
        Thread.sleep(5);
      }
    } finally {
      victim.destroyForcibly().waitFor();
    }
    String killed = bootOfFirstLine(anyRotated());

    try (RequestLog log =
        RequestLog.open(
            RequestLogSettings.of(folder, "qwen", "host:1").withRotation(1 << 20, 99),
            Clock.systemUTC())) {
      assertThat(log.previousBoot()).isEqualTo(new PreviousBoot.Crashed(killed));
      log.announceStart("0.1.0", 137L);
    }

    List<String> lines = LogLines.read(folder.resolve("app.log")).lines().toList();
    int readable = 0;
    for (String line : lines) {
      readable += line.startsWith("{") && line.endsWith("}") ? 1 : 0;
    }
    assertThat(lines.size() - readable).isLessThanOrEqualTo(1);
    JsonNode crash = LogLines.parseLine(lines.get(lines.size() - 1));
    assertThat(crash.get("previous_boot_id").asText()).isEqualTo(killed);
  }

  /** What a kill leaves behind after some of a rotation's renames: the active log last. */
  @ParameterizedTest
  @ValueSource(strings = {"app.log", "app.log.1"})
  void aKillInTheMiddleOfARotationHidesNoCrash(String newest) throws IOException {
    String boot = "aaaaaaaa-0000-4000-8000-000000000000";
    for (String name : List.of(newest, "app.log.2")) {
      Files.writeString(
          folder.resolve(name), "{\"event\":\"heartbeat\",\"boot_id\":\"" + boot + "\"}\n");
    }

    try (RequestLog log =
        RequestLog.open(
            RequestLogSettings.of(folder, "qwen", "host:1").withRotation(1 << 20, 99),
            Clock.systemUTC())) {
      assertThat(log.previousBoot()).isEqualTo(new PreviousBoot.Crashed(boot));
    }
  }

  /** A kill between two renames of a rotation leaves a gap in the numbers, also at 1. */
  private Path anyRotated() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("app.log."))
          .findFirst()
          .orElseThrow();
    }
  }

  private static String bootOfFirstLine(Path file) {
    return LogLines.read(file)
        .lines()
        .findFirst()
        .map(line -> LogLines.parseLine(line).get("boot_id").asText())
        .orElseThrow();
  }
}
