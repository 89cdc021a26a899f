package dev.burnline.serve.gpu;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which GPUs CUDA shows to a process, in which order.
 *
 * @param visible {@code CUDA_VISIBLE_DEVICES}: indices or beginnings of UUIDs; null for all GPUs
 * @param order {@code CUDA_DEVICE_ORDER}; null for CUDA's own, the fastest first
 * @see <a
 *     href="https://docs.nvidia.com/cuda/cuda-c-programming-guide/#cuda-environment-variables">CUDA
 *     environment variables</a>
 */
record CudaDevices(@Nullable String visible, @Nullable String order) {

  private static final int MOST_DIGITS = 4;

  /** Returns what the environment of this process says. */
  static CudaDevices ofProcess() {
    return new CudaDevices(
        System.getenv("CUDA_VISIBLE_DEVICES"), System.getenv("CUDA_DEVICE_ORDER"));
  }

  /**
   * Returns the GPU that CUDA calls by a number.
   *
   * @param all the GPUs of the machine, as the driver lists them
   * @return empty when there is none, or when it cannot be told which it is
   */
  Optional<GpuDevice> device(long number, List<GpuDevice> all) {
    if (visible == null) {
      return at(number, all);
    }
    Optional<GpuDevice> device = Optional.empty();
    String[] entries = visible.split(",", -1);
    for (int i = 0; i <= number; i++) {
      device = i < entries.length ? named(entries[i].strip(), all) : Optional.empty();
      if (device.isEmpty()) {
        // What comes after an entry that is wrong is not visible.
        return Optional.empty();
      }
    }
    return device;
  }

  private Optional<GpuDevice> named(String entry, List<GpuDevice> all) {
    if (entry.startsWith("GPU-")) {
      List<GpuDevice> meant =
          all.stream().filter(device -> device.uuid().startsWith(entry)).toList();
      return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }
    boolean isIndex =
        !entry.isEmpty()
            && entry.length() <= MOST_DIGITS
            && entry.chars().allMatch(c -> c >= '0' && c <= '9');
    return isIndex ? at(Integer.parseInt(entry), all) : Optional.empty();
  }

  private Optional<GpuDevice> at(long index, List<GpuDevice> all) {
    return index < all.size() && countsAsDriver(all)
        ? Optional.of(all.get((int) index))
        : Optional.empty();
  }

  /**
   * The driver counts by bus. CUDA does so if told, or if no GPU is faster than another; a GPU that
   * the driver cannot read leaves open what CUDA makes of it.
   */
  private boolean countsAsDriver(List<GpuDevice> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).index() != i) {
        return false;
      }
    }
    return "PCI_BUS_ID".equals(order) || all.stream().map(GpuDevice::name).distinct().count() == 1;
  }
}
