package dev.burnline.serve.event;

import org.jspecify.annotations.Nullable;

/**
 * The state of one GPU.
 *
 * @param index the GPU, from 0
 * @param memUsedMib memory in use, MiB
 * @param memTotalMib memory of the device, MiB
 * @param utilPercent utilisation, 0 to 100
 * @param tempCelsius temperature of the core; null when the driver does not tell
 * @param powerWatts power drawn; null when the driver does not tell
 */
public record GpuReading(
    long index,
    double memUsedMib,
    double memTotalMib,
    double utilPercent,
    @Nullable Double tempCelsius,
    @Nullable Double powerWatts) {

  public GpuReading {
    Checks.notNegative(index, "index");
    Checks.measure(memUsedMib, "memUsedMib");
    Checks.measure(memTotalMib, "memTotalMib");
    if (!(utilPercent >= 0 && utilPercent <= 100)) {
      throw new IllegalArgumentException("utilPercent must be in 0..100, got " + utilPercent);
    }
    Checks.measure(tempCelsius, "tempCelsius");
    Checks.measure(powerWatts, "powerWatts");
  }

  /** Names what a finished request tells of its GPU. */
  void describe(Fields fields) {
    fields.count("gpu_index", index);
    fields.measure("gpu_mem_used_mb", memUsedMib);
    fields.measure("gpu_mem_total_mb", memTotalMib);
    fields.measure("gpu_util_pct", utilPercent);
  }
}
