package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/** A {@code gpu.sample} line; a null number is absent. */
record GpuSample(
    long millis,
    String service,
    @Nullable Double gpu,
    @Nullable Double memUsedMb,
    @Nullable Double memTotalMb,
    @Nullable Double utilPct) {

  static GpuSample of(long millis, Fields fields) {
    return new GpuSample(
        millis,
        requireNonNull(fields.text("service")),
        fields.number("gpu_index"),
        fields.number("gpu_mem_used_mb"),
        fields.number("gpu_mem_total_mb"),
        fields.number("gpu_util_pct"));
  }

  /** Returns used over total; null when one is absent or the total is 0. */
  @Nullable Double memUsedRatio() {
    return memUsedMb == null || memTotalMb == null || memTotalMb == 0
        ? null
        : (Double) (memUsedMb / memTotalMb);
  }
}
