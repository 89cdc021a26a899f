package dev.burnline.serve.cli;

import dev.burnline.serve.event.GpuReading;
import dev.burnline.serve.gpu.GpuMonitor;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The newest reading of the GPU that the model is on. Thread-safe. */
final class ModelGpu implements Supplier<Optional<GpuReading>> {

  private static final Pattern CUDA = Pattern.compile("(?:cuda|gpu)(?::([0-9]{1,4}))?.*");

  private final GpuMonitor gpus;
  private volatile @Nullable Long cudaNumber;

  ModelGpu(GpuMonitor gpus) {
    this.gpus = gpus;
  }

  /** Says where the model is, for example {@code cuda:0}; no GPU is told of a model on a CPU. */
  void watch(String device) {
    Matcher cuda = CUDA.matcher(device);
    if (cuda.matches()) {
      cudaNumber = cuda.group(1) == null ? 0 : Long.parseLong(cuda.group(1));
    }
  }

  /** Returns the reading; empty where it is not known which GPU it is. */
  @Override
  public Optional<GpuReading> get() {
    Long number = cudaNumber;
    return number == null ? Optional.empty() : gpus.latest(number);
  }
}
