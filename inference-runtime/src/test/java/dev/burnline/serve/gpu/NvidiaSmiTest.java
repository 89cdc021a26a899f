package dev.burnline.serve.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.event.GpuReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NvidiaSmiTest {

  static final String HEADER =
      "index, pci.bus_id, memory.used [MiB], memory.total [MiB], utilization.gpu [%], "
          + "temperature.gpu, power.draw [W], uuid, name\n";

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  private GpuState read(String script) throws IOException {
    return new NvidiaSmi(FakeTool.script(folder.resolve("nvidia-smi"), script).toString(), PATIENCE)
        .read();
  }

  @Test
  void everyRowIsAGpu() {
    assertThat(
            NvidiaSmi.parse(
                HEADER
                    + "0, 00000000:3B:00.0, 9123, 24576, 87, 61, 250.53, GPU-a1, A100\n"
                    + "1, 00000000:AF:00.0, 0, 24576, 0, [N/A], [Not Supported], GPU-b2, T4\n"))
        .containsExactly(
            new GpuDevice(
                0,
                new PciBus(0, 0x3b, 0),
                "GPU-a1",
                "A100",
                new GpuReading(0, 9_123, 24_576, 87, 61.0, 250.53)),
            new GpuDevice(
                1,
                new PciBus(0, 0xaf, 0),
                "GPU-b2",
                "T4",
                new GpuReading(1, 0, 24_576, 0, null, null)));
  }

  @Test
  void rowsThatAreNoReadingAreLeftOut() {
    assertThat(NvidiaSmi.parse("")).isEmpty();
    assertThat(NvidiaSmi.parse("No devices were found\n")).isEmpty();
    assertThat(
            NvidiaSmi.parse(
                HEADER
                    + "Unable to determine the device handle for GPU 0000:3B:00.0: GPU is lost.\n"
                    + "x, 00000000:01:00.0, 1, 2, 3, 4, 5, u, n\n"
                    + "0, nowhere, 1, 2, 3, 4, 5, u, n\n"
                    + "0, 00000000:01:00.0, 1, 2, 3, 4, 5\n"
                    + "\"open"))
        .isEmpty();
  }

  @Test
  void aGpuWithoutMemoryOrUtilisationHasNoReading() throws IOException {
    String rows =
        HEADER
            + "0, 00000000:01:00.0, [N/A], [N/A], [N/A], 40, 3.1, u, n\n"
            + "1, 00000000:02:00.0, 1, 2, 300, 4, 5, u, n\n"
            + "2, 00000000:03:00.0, NaN, 2, 3, 4, 5, u, n\n";

    assertThat(NvidiaSmi.parse(rows)).hasSize(3).allMatch(device -> device.reading() == null);
    Path script = FakeTool.printing(folder.resolve("nvidia-smi"), rows);
    assertThat(new NvidiaSmi(script.toString(), PATIENCE).read())
        .isInstanceOf(GpuState.Failed.class);
  }

  @Test
  void theProgramIsAskedForTheseColumnsAsCsv() throws IOException {
    read("echo \"$@\" > '" + folder.resolve("asked") + "'");

    assertThat(Files.readString(folder.resolve("asked")))
        .isEqualTo(
            "--query-gpu=index,pci.bus_id,memory.used,memory.total,utilization.gpu,"
                + "temperature.gpu,power.draw,uuid,name --format=csv,nounits\n");
  }

  @Test
  void withoutTheProgramThereIsNoGpu() throws IOException {
    Path script = FakeTool.script(folder.resolve("nvidia-smi"), "exit 0");

    assertThat(new NvidiaSmi(script.toString(), PATIENCE).isInstalled()).isTrue();
    assertThat(new NvidiaSmi("sh", PATIENCE).isInstalled()).isTrue();
    assertThat(new NvidiaSmi(folder.resolve("missing").toString(), PATIENCE).isInstalled())
        .isFalse();
    assertThat(new NvidiaSmi("no-such-nvidia-smi", PATIENCE).isInstalled()).isFalse();
  }

  @Test
  void aDriverThatFailsSaysWhy() throws IOException {
    assertThat(read("echo 'NVIDIA-SMI has failed'; exit 9"))
        .isEqualTo(
            new GpuState.Failed(
                folder.resolve("nvidia-smi") + " exited with 9: NVIDIA-SMI has failed"));
    assertThat(read("exit 0"))
        .isEqualTo(
            new GpuState.Failed(
                folder.resolve("nvidia-smi") + " gave no usable reading: no output"));
  }

  @Test
  void aProgramThatCannotBeStartedFails() {
    Path missing = folder.resolve("missing");

    assertThat(new NvidiaSmi(missing.toString(), PATIENCE).read())
        .isInstanceOfSatisfying(
            GpuState.Failed.class,
            failed -> assertThat(failed.reason()).contains(missing.toString()));
  }

  @Test
  void aDriverThatHangsIsNotWaitedFor() throws IOException {
    Path script = FakeTool.script(folder.resolve("nvidia-smi"), "sleep 60");

    assertThat(new NvidiaSmi(script.toString(), Duration.ofMillis(100)).read())
        .isEqualTo(new GpuState.Failed(script + " did not end within 100 ms"));
  }
}
