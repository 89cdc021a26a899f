package dev.burnline.serve.torch;

import static java.util.Objects.requireNonNull;

/**
 * How to load a model.
 *
 * @param dtype element type of the weights in memory
 * @param threads of the CPU for one operation; 0 for PyTorch's choice. Holds for the whole process
 *     and only if PyTorch has not started yet
 * @param progress hears of the loading
 */
public record LoadOptions(Dtype dtype, int threads, Progress progress) {

  /** The type of the file, PyTorch's choice of threads, and nobody who listens. */
  public static final LoadOptions DEFAULT = new LoadOptions(Dtype.AUTO, 0, (done, total) -> {});

  public LoadOptions {
    requireNonNull(dtype, "dtype is null");
    requireNonNull(progress, "progress is null");
    if (threads < 0) {
      throw new IllegalArgumentException("threads must not be negative, got " + threads);
    }
  }

  /** Element type of the weights in memory. */
  public enum Dtype {
    /** That of the file; but float16 becomes float32 on a CPU, where it is slow. */
    AUTO,
    FLOAT32,
    BFLOAT16
  }

  /** Hears of a load that takes a while; called by the loading thread. */
  @FunctionalInterface
  public interface Progress {

    /**
     * A part is loaded.
     *
     * @param doneBytes of the files so far
     * @param totalBytes of the files in all
     */
    void loaded(long doneBytes, long totalBytes);
  }
}
