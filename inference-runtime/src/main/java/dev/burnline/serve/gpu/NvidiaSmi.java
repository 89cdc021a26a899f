package dev.burnline.serve.gpu;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.GpuReading;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Asks the driver by {@code nvidia-smi --query-gpu=… --format=csv}.
 *
 * @see <a href="https://docs.nvidia.com/deploy/nvidia-smi/index.html">nvidia-smi</a>
 */
final class NvidiaSmi {

  private static final String QUERY =
      "--query-gpu=index,pci.bus_id,memory.used,memory.total,utilization.gpu,temperature.gpu,"
          + "power.draw,uuid,name";
  private static final int COLUMNS = 9;
  private static final CSVFormat CSV =
      CSVFormat.DEFAULT
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreSurroundingSpaces(true)
          .get();

  private final String binary;
  private final Duration timeout;

  NvidiaSmi(String binary, Duration timeout) {
    this.binary = requireNonNull(binary, "binary is null");
    this.timeout = requireNonNull(timeout, "timeout is null");
  }

  /** Returns whether the program is on this machine; it is looked for as the shell would. */
  boolean isInstalled() {
    if (binary.contains(File.separator)) {
      return new File(binary).exists();
    }
    String path = System.getenv().getOrDefault("PATH", "/usr/bin" + File.pathSeparator + "/bin");
    return Stream.of(path.split(File.pathSeparator, -1))
        .anyMatch(
            folder ->
                new File(folder, binary).exists() || new File(folder, binary + ".exe").exists());
  }

  GpuState read() {
    ToolRun run;
    try {
      run = ToolRun.of(List.of(binary, QUERY, "--format=csv,nounits"), timeout);
    } catch (ToolRun.UnfinishedException e) {
      return new GpuState.Failed(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // Also of a program that is there: too many open files, no memory, an update of the driver.
      return new GpuState.Failed(String.valueOf(e.getMessage()));
    }
    if (run.exitCode() != 0) {
      return new GpuState.Failed(
          binary + " exited with " + run.exitCode() + ": " + firstLine(run.output()));
    }
    List<GpuDevice> devices = parse(run.output());
    return devices.stream().allMatch(device -> device.reading() == null)
        ? new GpuState.Failed(binary + " gave no usable reading: " + firstLine(run.output()))
        : new GpuState.Read(devices);
  }

  /**
   * Returns the GPUs, with or without a reading. A row that is none is left out: a GPU that is lost
   * has a sentence.
   */
  static List<GpuDevice> parse(String csv) {
    List<GpuDevice> devices = new ArrayList<>();
    try (CSVParser rows = CSV.parse(new StringReader(csv))) {
      for (CSVRecord row : rows) {
        device(row).ifPresent(devices::add);
      }
    } catch (IOException | RuntimeException e) {
      // Commons CSV reports a broken row either way; the rows before it are good.
      return devices;
    }
    return devices;
  }

  private static Optional<GpuDevice> device(CSVRecord row) {
    if (row.size() != COLUMNS) {
      return Optional.empty();
    }
    Double index = number(row.get(0));
    Optional<PciBus> bus = PciBus.parse(row.get(1));
    return index == null || bus.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new GpuDevice(
                index.longValue(),
                bus.get(),
                row.get(7),
                row.get(8),
                reading(index.longValue(), row)));
  }

  private static @Nullable GpuReading reading(long index, CSVRecord row) {
    Double memUsed = number(row.get(2));
    Double memTotal = number(row.get(3));
    Double util = number(row.get(4));
    return memUsed == null || memTotal == null || util == null || util > 100
        ? null
        : new GpuReading(index, memUsed, memTotal, util, number(row.get(5)), number(row.get(6)));
  }

  /** Returns null for {@code [N/A]}, {@code [Not Supported]}, {@code ERR!} and the like. */
  private static @Nullable Double number(String text) {
    try {
      double value = Double.parseDouble(text);
      return value >= 0 && Double.isFinite(value) ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String firstLine(String output) {
    String line = output.strip().lines().findFirst().orElse("no output");
    return line.substring(0, Math.min(line.length(), 200));
  }
}
