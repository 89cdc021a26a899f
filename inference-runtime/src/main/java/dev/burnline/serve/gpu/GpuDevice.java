package dev.burnline.serve.gpu;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.event.GpuReading;

/**
 * One GPU.
 *
 * @param bus where it sits
 * @param reading its state
 */
record GpuDevice(PciBus bus, GpuReading reading) {

  GpuDevice {
    requireNonNull(bus, "bus is null");
    requireNonNull(reading, "reading is null");
  }
}
