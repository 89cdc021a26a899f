package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One GPU at one moment.
 *
 * @param reading what the driver told
 * @param xid an Xid error since the sample before; null when there was none
 */
public record GpuSample(GpuReading reading, @Nullable Long xid) implements LogEvent {

  public GpuSample {
    requireNonNull(reading, "reading is null");
    if (xid != null) {
      Checks.notNegative(xid, "xid");
    }
  }

  @Override
  public String event() {
    return "gpu.sample";
  }

  @Override
  public Level level() {
    return xid == null ? Level.INFO : Level.ERROR;
  }

  @Override
  public Priority priority() {
    return Priority.ORDINARY;
  }

  @Override
  public void describe(Fields fields) {
    reading.describe(fields);
    fields.measure("gpu_temp_c", reading.tempCelsius());
    fields.measure("gpu_power_w", reading.powerWatts());
    fields.optionalCount("gpu_xid", xid);
  }
}
