package dev.burnline.serve.gpu;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.GpuReading;
import dev.burnline.serve.event.GpuSample;
import dev.burnline.serve.event.LogEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code gpu.sample} events and keeps the newest readings. On a machine without {@code
 * nvidia-smi} it looks once and then does nothing; a program that was there and fails is tried
 * again at every sample. One thread samples; any thread may ask.
 */
public final class GpuMonitor {

  /** Well below the time between two samples, as heartbeats may share the thread. */
  private static final Duration TOOL_TIMEOUT = Duration.ofSeconds(2);

  private final NvidiaSmi driver;
  private final KernelXids xids;
  private final CudaDevices cuda;
  private final Consumer<LogEvent> log;
  private final Map<PciBus, GpuReading> lastKnown = new HashMap<>();
  private boolean looked;

  /** The GPUs of the first sample. CUDA counts those that it finds at the start, too. */
  private volatile List<GpuDevice> first = List.of();

  /** The newest readings, in the order in which CUDA counts; empty where that cannot be told. */
  private volatile List<Optional<GpuReading>> byCudaNumber = List.of();

  private volatile GpuState state = new GpuState.Failed("not sampled yet");

  GpuMonitor(NvidiaSmi driver, KernelXids xids, CudaDevices cuda, Consumer<LogEvent> log) {
    this.driver = requireNonNull(driver, "driver is null");
    this.xids = requireNonNull(xids, "xids is null");
    this.cuda = requireNonNull(cuda, "cuda is null");
    this.log = requireNonNull(log, "log is null");
  }

  /**
   * Makes a monitor of this machine's GPUs.
   *
   * @param nvidiaSmi the program: a path, or a name that is looked up as the shell would
   * @param log where events go; must neither wait nor throw
   */
  public static GpuMonitor of(String nvidiaSmi, Consumer<LogEvent> log) {
    return new GpuMonitor(
        new NvidiaSmi(nvidiaSmi, TOOL_TIMEOUT),
        new KernelXids(KernelXids.DMESG, TOOL_TIMEOUT),
        CudaDevices.ofProcess(),
        log);
  }

  /** Takes one sample of every GPU; takes at most about four seconds. */
  public void sample() {
    if (!looked) {
      looked = true;
      if (!driver.isInstalled()) {
        state = new GpuState.Absent();
      }
    }
    if (state instanceof GpuState.Absent) {
      return;
    }
    GpuState now = driver.read();
    state = now;
    Set<PciBus> quiet = new LinkedHashSet<>();
    if (now instanceof GpuState.Read read) {
      first = first.isEmpty() ? read.devices() : first;
      for (GpuDevice device : read.devices()) {
        if (device.reading() != null) {
          lastKnown.put(device.bus(), device.reading());
          quiet.add(device.bus());
        }
      }
    }
    byCudaNumber = byCudaNumber(now);
    // Each fault is a line. A GPU that fell off the bus is not read any more, so its last known
    // state has to do: the fault must not be lost with the GPU.
    for (KernelXids.Fault fault : xids.newFaults()) {
      quiet.remove(fault.bus());
      log(fault.bus(), fault.xid());
    }
    quiet.forEach(bus -> log(bus, null));
  }

  private void log(PciBus bus, @Nullable Long xid) {
    GpuReading reading = lastKnown.get(bus);
    if (reading != null) {
      log.accept(new GpuSample(reading, xid));
    }
  }

  private List<Optional<GpuReading>> byCudaNumber(GpuState now) {
    List<GpuDevice> devices =
        now instanceof GpuState.Read read ? read.devices() : List.<GpuDevice>of();
    List<Optional<GpuReading>> readings = new ArrayList<>();
    for (int number = 0; number < first.size(); number++) {
      readings.add(
          cuda.device(number, first)
              .flatMap(
                  meant ->
                      devices.stream().filter(one -> one.bus().equals(meant.bus())).findFirst())
              .flatMap(device -> Optional.ofNullable(device.reading())));
    }
    return List.copyOf(readings);
  }

  /**
   * Returns the newest reading of the GPU that CUDA calls by a number in this process; empty when
   * the last sample did not have it, or when it cannot be told which GPU that is.
   */
  public Optional<GpuReading> latest(long cudaNumber) {
    List<Optional<GpuReading>> readings = byCudaNumber;
    return cudaNumber < readings.size() ? readings.get((int) cudaNumber) : Optional.empty();
  }

  /** Returns why the last sample brought nothing; empty when it did, or when there is no GPU. */
  public Optional<String> failure() {
    return state instanceof GpuState.Failed failed
        ? Optional.of(failed.reason())
        : Optional.empty();
  }
}
