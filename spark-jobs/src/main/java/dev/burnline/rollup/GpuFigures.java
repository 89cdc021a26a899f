package dev.burnline.rollup;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.io.Serializable;

/**
 * The samples of one GPU. Memory in MiB, utilisation in per cent. Maxima are NaN without a value.
 */
public final class GpuFigures implements Serializable {

  private static final long serialVersionUID = 1L;

  private long samples;
  private double usedMaxMb;
  private double totalMaxMb;
  private double usedRatioMax;
  private final ExactSum utilSum;
  private long utilCount;

  /** Creates figures of no sample. */
  public GpuFigures() {
    this(0, Double.NaN, Double.NaN, Double.NaN, new ExactSum(), 0);
  }

  /** Creates figures from their parts, which are taken over. */
  public GpuFigures(
      long samples,
      double usedMaxMb,
      double totalMaxMb,
      double usedRatioMax,
      ExactSum utilSum,
      long utilCount) {
    this.samples = samples;
    this.usedMaxMb = usedMaxMb;
    this.totalMaxMb = totalMaxMb;
    this.usedRatioMax = usedRatioMax;
    this.utilSum = utilSum;
    this.utilCount = utilCount;
  }

  void add(RequestLine sample) {
    samples++;
    double used = sample.number(LogField.GPU_MEM_USED_MB);
    double total = sample.number(LogField.GPU_MEM_TOTAL_MB);
    usedMaxMb = max(usedMaxMb, used);
    totalMaxMb = max(totalMaxMb, total);
    double ratio = used / total;
    // Of a size that is next to nothing the share is no number.
    if (total > 0 && ratio <= Double.MAX_VALUE) {
      usedRatioMax = max(usedRatioMax, ratio);
    }
    double util = sample.number(LogField.GPU_UTIL_PCT);
    if (!Double.isNaN(util)) {
      utilSum.add(util);
      utilCount++;
    }
  }

  /** Adds the other figures. */
  public void add(GpuFigures other) {
    samples += other.samples;
    usedMaxMb = max(usedMaxMb, other.usedMaxMb);
    totalMaxMb = max(totalMaxMb, other.totalMaxMb);
    usedRatioMax = max(usedRatioMax, other.usedRatioMax);
    utilSum.add(other.utilSum);
    utilCount += other.utilCount;
  }

  /** The greater one; NaN stands for no value and never wins. */
  private static double max(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }

  /** Returns the number of samples. */
  public long samples() {
    return samples;
  }

  /** Returns the most memory used. */
  public double usedMaxMb() {
    return usedMaxMb;
  }

  /** Returns the most memory the GPU said to have. */
  public double totalMaxMb() {
    return totalMaxMb;
  }

  /** Returns the greatest share of its memory that the GPU used in one sample. */
  public double usedRatioMax() {
    return usedRatioMax;
  }

  /** Returns the sum of the utilisations sampled. */
  public ExactSum utilSum() {
    return utilSum;
  }

  /** Returns how many samples carry a utilisation. */
  public long utilCount() {
    return utilCount;
  }
}
