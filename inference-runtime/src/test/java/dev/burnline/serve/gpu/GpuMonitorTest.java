package dev.burnline.serve.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.burnline.serve.event.GpuReading;
import dev.burnline.serve.event.GpuSample;
import dev.burnline.serve.event.LogEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuMonitorTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ROW = "0, 00000000:3B:00.0, 100, 200, 50, 61, 250, GPU-a1, A100\n";
  private static final String SECOND = "1, 00000000:AF:00.0, 7, 200, 9, 30, 25, GPU-b2, A100\n";
  private static final GpuReading READING = new GpuReading(0, 100, 200, 50, 61.0, 250.0);

  @TempDir private Path folder;
  private final List<LogEvent> log = new ArrayList<>();
  private GpuMonitor monitor;

  @BeforeEach
  void makeTools() throws IOException {
    FakeTool.printing(folder.resolve("nvidia-smi"), NvidiaSmiTest.HEADER + ROW);
    FakeTool.printing(folder.resolve("dmesg"), xid("10.000001", 31));
    monitor = monitorOf(new CudaDevices(null, null));
  }

  private GpuMonitor monitorOf(CudaDevices cuda) {
    return new GpuMonitor(
        new NvidiaSmi(folder.resolve("nvidia-smi").toString(), PATIENCE),
        new KernelXids(List.of(folder.resolve("dmesg").toString()), PATIENCE),
        cuda,
        log::add);
  }

  private static String xid(String seconds, int number) {
    return "[   " + seconds + "] NVRM: Xid (PCI:0000:3b:00): " + number + ", pid=7, name=java\n";
  }

  private void kernelSays(String lines) throws IOException {
    Files.writeString(folder.resolve("dmesg.out"), lines);
  }

  private void driverSays(String lines) throws IOException {
    Files.writeString(folder.resolve("nvidia-smi.out"), lines);
  }

  @Test
  void aSampleIsWrittenAndKept() {
    monitor.sample();

    assertThat(log).containsExactly(new GpuSample(READING, null));
    assertThat(monitor.latest(0)).contains(READING);
    assertThat(monitor.latest(1)).isEmpty();
    assertThat(monitor.failure()).isEmpty();
  }

  @Test
  void onlyFaultsSinceTheSampleBeforeAreTold() throws IOException {
    monitor.sample();
    kernelSays(
        xid("10.000001", 31) + xid("20.5", 0) + xid("20.500000", 79) + xid("20.500001", 154));
    monitor.sample();
    monitor.sample();

    assertThat(log)
        .containsExactly(
            new GpuSample(READING, null),
            new GpuSample(READING, 79L),
            new GpuSample(READING, 154L),
            new GpuSample(READING, null));
  }

  @Test
  void aGpuThatIsLostStillTellsItsFault() throws IOException {
    monitor.sample();
    kernelSays(xid("20.000000", 79));
    driverSays("No devices were found\n");
    monitor.sample();

    assertThat(log).containsExactly(new GpuSample(READING, null), new GpuSample(READING, 79L));
    assertThat(monitor.latest(0)).isEmpty();
    assertThat(monitor.failure())
        .contains(folder.resolve("nvidia-smi") + " gave no usable reading: No devices were found");
  }

  @Test
  void faultsOfOtherDevicesAndOtherLinesAreNotOurs() throws IOException {
    monitor.sample();
    kernelSays(
        """
        [   30.000000] NVRM: Xid (PCI:0000:af:00): 79, pid=7
        [   30.000001] NVRM: loading
        nonsense
        """);
    monitor.sample();

    assertThat(log).containsExactly(new GpuSample(READING, null), new GpuSample(READING, null));
  }

  @Test
  void aProgramThatCannotBeStartedIsTriedAgainAtTheNextSample() throws IOException {
    Path driver = folder.resolve("nvidia-smi");
    FakeTool.forbid(driver);
    monitor.sample();
    assertThat(log).isEmpty();
    assertThat(monitor.failure()).isPresent();

    FakeTool.allow(driver);
    monitor.sample();
    assertThat(log).containsExactly(new GpuSample(READING, null));

    Path away = Files.move(driver, folder.resolve("away"));
    monitor.sample();
    assertThat(monitor.latest(0)).isEmpty();
    assertThat(monitor.failure()).isPresent();

    Files.move(away, driver);
    monitor.sample();
    assertThat(log).hasSize(2);
    assertThat(monitor.latest(0)).contains(READING);
  }

  @Test
  void theModelsGpuIsTheOneThatCudaShowsAndAllAreSampled() throws IOException {
    driverSays(NvidiaSmiTest.HEADER + ROW + SECOND);
    GpuMonitor second = monitorOf(new CudaDevices("1", null));
    second.sample();

    GpuReading reading = new GpuReading(1, 7, 200, 9, 30.0, 25.0);
    assertThat(second.latest(0)).contains(reading);
    assertThat(second.latest(1)).isEmpty();
    assertThat(log).containsExactly(new GpuSample(READING, null), new GpuSample(reading, null));

    // CUDA goes on with the numbers of the start.
    driverSays(NvidiaSmiTest.HEADER + SECOND);
    second.sample();
    assertThat(second.latest(0)).contains(reading);
  }

  @Test
  void aGpuThatCannotBeToldIsSampledAndNoRequests() throws IOException {
    driverSays(NvidiaSmiTest.HEADER + ROW + SECOND.replace("A100", "T4"));
    monitor.sample();

    assertThat(log).hasSize(2);
    assertThat(monitor.latest(0)).isEmpty();
    assertThat(monitor.latest(1)).isEmpty();
  }

  @Test
  void onAMachineWithoutAGpuNothingIsWritten() {
    GpuMonitor absent = GpuMonitor.of(folder.resolve("missing").toString(), log::add);

    absent.sample();
    absent.sample();

    assertThat(log).isEmpty();
    assertThat(absent.latest(0)).isEmpty();
    assertThat(absent.failure()).isEmpty();
  }
}
