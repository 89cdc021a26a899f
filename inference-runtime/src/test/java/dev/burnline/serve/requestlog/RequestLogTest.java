package dev.burnline.serve.requestlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import dev.burnline.serve.event.LogEvent;
import dev.burnline.serve.event.SampleEvents;
import dev.burnline.serve.event.ServiceStopped;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00.100Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private RequestLog open() throws IOException {
    return RequestLog.open(RequestLogSettings.of(folder, "qwen", "gpu-1:8000"), CLOCK);
  }

  private List<JsonNode> boot(List<LogEvent> events) throws IOException {
    try (RequestLog log = open()) {
      log.announceStart("0.1.0", null);
      events.forEach(log::write);
    }
    return LogLines.of(folder);
  }

  @Test
  void everyEventOfTheContractIsValidAgainstItsSchema() throws IOException {
    try (RequestLog log = open()) {
      SampleEvents.all().forEach(log::write);
    }

    Schema schema = LogLines.schema();
    List<String> lines = LogLines.read(folder.resolve("app.log")).lines().toList();
    assertThat(lines).hasSameSizeAs(SampleEvents.all());
    for (String line : lines) {
      assertThat(schema.validate(line, InputFormat.JSON)).as(line).isEmpty();
    }
  }

  @Test
  void aLineBeginsWithWhatEveryLineHas() throws IOException {
    RequestLog log = open();
    log.write(SampleEvents.received("r-1"));
    log.close();

    assertThat(LogLines.read(folder.resolve("app.log")))
        .isEqualTo(
            "{\"timestamp\":\"2026-11-23T12:00:00.100Z\",\"level\":\"INFO\",\"service\":\"qwen\","
                + "\"event\":\"request.received\",\"boot_id\":\""
                + log.bootId()
                + "\",\"seq\":1,\"instance\":\"gpu-1:8000\",\"request_id\":\"r-1\","
                + "\"prompt_chars\":20}\n");
  }

  @Test
  void aFinishedRequestCarriesItsFiguresAsNumbers() throws IOException {
    JsonNode line = boot(List.of(SampleEvents.finished("r-1"))).get(1);

    assertThat(line.get("status").asText()).isEqualTo("success");
    assertThat(line.get("duration_ms").doubleValue()).isEqualTo(2_000.5);
    assertThat(line.get("tpot_ms").doubleValue()).isEqualTo(9.5);
    assertThat(line.get("throughput_tps").doubleValue()).isEqualTo(201 / 2.0005);
    assertThat(line.get("received_at").asText()).isEqualTo("2026-11-23T11:59:58.123Z");
    assertThat(line.get("gpu_mem_used_mb").isNumber()).isTrue();
    assertThat(line.has("error_type")).isFalse();
  }

  @Test
  void hostileTextStaysOnOneLineWithoutRawControlCharacters() throws IOException {
    String hostile = "\u0000\u001b[31m\u007f\u009b2J\r\n\u0085\u2028\u2029\"\\字\ud83d\ude00";

    JsonNode line = boot(List.of(SampleEvents.finished("r", hostile, "half \ud83d"))).get(1);

    String raw = LogLines.read(folder.resolve("app.log"));
    assertThat(raw.lines()).hasSize(2);
    assertThat(raw.replace("\n", "").codePoints()).noneMatch(Character::isISOControl);
    assertThat(raw).doesNotContain("\u2028", "\u2029").contains("字\ud83d\ude00");
    assertThat(line.get("prompt_truncated").asText()).isEqualTo(hostile);
    assertThat(line.get("response_truncated").asText()).isEqualTo("half \ufffd");
  }

  @Test
  void aFirstBootKnowsNothingOfAnEarlierOne() throws IOException {
    List<JsonNode> lines = boot(List.of());

    assertThat(lines).hasSize(1);
    assertThat(lines.get(0).get("event").asText()).isEqualTo("service.starting");
    assertThat(lines.get(0).has("previous_clean")).isFalse();
  }

  @Test
  void aBootAfterAnOrderlyStopSaysSo() throws IOException {
    boot(List.of(ServiceStopped.asTold(0, true)));

    List<JsonNode> lines = boot(List.of());

    assertThat(lines).hasSize(3);
    assertThat(lines.get(2).get("previous_clean").booleanValue()).isTrue();
    assertThat(lines.get(2).get("seq").asLong()).isEqualTo(1);
  }

  @Test
  void aBootAfterAKillEndsTheHalfLineAndReportsTheCrash() throws IOException {
    String killed = boot(List.of(SampleEvents.finished("r-1"))).get(0).get("boot_id").asText();
    Path file = folder.resolve("app.log");
    String before = LogLines.read(file);
    Files.writeString(file, before + before.substring(0, 150));

    try (RequestLog log = open()) {
      assertThat(log.previousBoot()).isEqualTo(new PreviousBoot.Crashed(killed));
      log.announceStart("0.1.0", 137L);
    }

    List<String> lines = LogLines.read(file).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(2)).isEqualTo(before.substring(0, 150));
    JsonNode starting = LogLines.parseLine(lines.get(3));
    assertThat(starting.get("previous_clean").booleanValue()).isFalse();
    JsonNode crash = LogLines.parseLine(lines.get(4));
    assertThat(crash.get("event").asText()).isEqualTo("service.crash_detected");
    assertThat(crash.get("previous_boot_id").asText()).isEqualTo(killed);
    assertThat(crash.get("boot_id").asText()).isNotEqualTo(killed);
    assertThat(crash.get("exit_code").intValue()).isEqualTo(137);
    assertThat(crash.get("seq").asLong()).isEqualTo(2);
  }

  @Test
  void linesAfterTheCloseAreCountedAndNotWritten() throws IOException {
    RequestLog log = open();
    log.write(SampleEvents.finished("r-1"));
    log.close();
    log.close();

    log.write(SampleEvents.finished("r-2"));

    assertThat(log.counts()).isEqualTo(new LogCounts(1, 1, 0, 0));
    assertThat(LogLines.requestIds(LogLines.of(folder))).containsExactly("r-1");
  }

  @Test
  void aLogToNowhereTakesLinesAndLeavesNoFile() {
    RequestLog log = RequestLog.toNowhere(CLOCK);
    log.write(SampleEvents.finished("r-1"));
    log.close();

    assertThat(log.counts()).isEqualTo(new LogCounts(1, 0, 0, 0));
    assertThat(Path.of("nowhere")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedAtOnce() throws IOException {
    Path file = Files.createFile(folder.resolve("taken"));

    assertThatIOException()
        .isThrownBy(() -> RequestLog.open(RequestLogSettings.of(file, "s", "i"), CLOCK))
        .isInstanceOf(FileAlreadyExistsException.class)
        .withMessage(file.toString());
  }

  @Test
  void settingsAreChecked() {
    RequestLogSettings good = RequestLogSettings.of(folder, "s", "i");

    assertThat(good.maxFileBytes()).isEqualTo(104_857_600);
    assertThat(good.backups()).isEqualTo(5);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> good.withRotation(1, 0))
        .withMessage("backups must be at least 1, got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> good.withQueue(10, 11))
        .withMessage("reservedLines must be in 0..10, got 11");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RequestLogSettings.of(folder, "", "i"))
        .withMessage("service must not be empty");
  }
}
