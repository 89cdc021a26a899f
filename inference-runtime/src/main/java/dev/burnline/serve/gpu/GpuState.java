package dev.burnline.serve.gpu;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What one look at the GPUs brought. */
sealed interface GpuState {

  /**
   * The driver answered.
   *
   * @param devices the GPUs, at least one of them with a reading
   */
  record Read(List<GpuDevice> devices) implements GpuState {

    public Read {
      devices = List.copyOf(devices);
    }
  }

  /** There is no {@code nvidia-smi} on this machine, and there will be none. */
  record Absent() implements GpuState {}

  /**
   * The driver did not answer this time.
   *
   * @param reason what happened
   */
  record Failed(String reason) implements GpuState {

    public Failed {
      requireNonNull(reason, "reason is null");
    }
  }
}
