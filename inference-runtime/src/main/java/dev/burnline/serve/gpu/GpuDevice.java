package dev.burnline.serve.gpu;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.GpuReading;
import org.jspecify.annotations.Nullable;

/**
 * One GPU.
 *
 * @param index the driver's number of it
 * @param bus where it sits
 * @param uuid the driver's name of this very GPU, for example {@code GPU-8932f937-…}
 * @param name what it is, for example {@code NVIDIA A100-SXM4-80GB}
 * @param reading its state; null without memory or utilisation, as the log has no line for it then
 */
record GpuDevice(long index, PciBus bus, String uuid, String name, @Nullable GpuReading reading) {

  GpuDevice {
    requireNonNull(bus, "bus is null");
    requireNonNull(uuid, "uuid is null");
    requireNonNull(name, "name is null");
  }
}
