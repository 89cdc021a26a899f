package dev.burnline.serve.requestlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviousBootReaderTest {

  private static final String A = "aaaaaaaa-0000-4000-8000-000000000000";
  private static final String B = "bbbbbbbb-0000-4000-8000-000000000000";

  @TempDir private Path folder;

  private static String line(String boot, String event, String more) {
    return "{\"event\":\"" + event + "\",\"boot_id\":\"" + boot + "\"" + more + "}\n";
  }

  private PreviousBoot read(String older, String newer) throws IOException {
    Path backup = Files.writeString(folder.resolve("app.log.1"), older);
    Path active = Files.writeString(folder.resolve("app.log"), newer);
    return PreviousBootReader.read(List.of(backup, active));
  }

  @Test
  void withoutFilesThereIsNoEarlierBoot() {
    assertThat(PreviousBootReader.read(List.of(folder.resolve("app.log"))))
        .isEqualTo(new PreviousBoot.None());
  }

  @Test
  void linesOfAnotherProgramAreNoBoot() throws IOException {
    assertThat(read("", "{\"level\":\"INFO\"}\n{\"boot_id\":\"7\"}\nplain text\n[]\n"))
        .isEqualTo(new PreviousBoot.None());
  }

  @Test
  void aBootThatStoppedSaysWhetherItWasClean() throws IOException {
    assertThat(
            read(
                "",
                line(A, "heartbeat", "")
                    + line(B, "service.ready", "")
                    + line(B, "service.stopped", ",\"clean\":true")))
        .isEqualTo(new PreviousBoot.Stopped(B, true));
    assertThat(read("", line(B, "service.stopped", ",\"clean\":false")))
        .isEqualTo(new PreviousBoot.Stopped(B, false));
  }

  @Test
  void aBootWithoutAStopHasCrashedEvenIfTheOneBeforeItStopped() throws IOException {
    assertThat(
            read(
                "",
                line(A, "service.stopped", ",\"clean\":true") + line(B, "request.received", "")))
        .isEqualTo(new PreviousBoot.Crashed(B));
  }

  @Test
  void aHalfLastLineDoesNotHideTheBoot() throws IOException {
    assertThat(read("", line(B, "heartbeat", "") + "{\"event\":\"service.stopped\",\"boot_id\""))
        .isEqualTo(new PreviousBoot.Crashed(B));
  }

  @Test
  void theStopMayBeInTheFileBefore() throws IOException {
    String stopped = line(B, "service.stopped", ",\"clean\":true");

    assertThat(read(stopped, "")).isEqualTo(new PreviousBoot.Stopped(B, true));
    assertThat(read(stopped, line(B, "request.finished", "")))
        .isEqualTo(new PreviousBoot.Stopped(B, true));
  }

  @Test
  void aPromptThatQuotesALogLineIsNotBelieved() throws IOException {
    String quote = ",\"prompt_truncated\":\"\\\"event\\\":\\\"service.stopped\\\"\"";
    String nested = ",\"extra\":{\"event\":\"service.stopped\",\"boot_id\":\"" + A + "\"}";

    assertThat(read("", line(B, "request.finished", quote + nested)))
        .isEqualTo(new PreviousBoot.Crashed(B));
  }

  @Test
  void onlyTheEndOfALargeFileIsRead() throws IOException {
    String heartbeats = line(A, "heartbeat", "").repeat(10_000);

    assertThat(read("", heartbeats + line(B, "service.stopped", ",\"clean\":true")))
        .isEqualTo(new PreviousBoot.Stopped(B, true));
  }
}
