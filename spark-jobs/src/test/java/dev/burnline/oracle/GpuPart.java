package dev.burnline.oracle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Memory and load of the GPUs; samples that name no GPU are left out. */
final class GpuPart {

  private GpuPart() {}

  static ArrayNode of(List<GpuSample> samples) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    TreeSet<Double> gpus = new TreeSet<>(values(samples, GpuSample::gpu));
    for (Double gpu : gpus) {
      List<GpuSample> ofGpu = samples.stream().filter(sample -> gpu.equals(sample.gpu())).toList();
      ObjectNode entry = json.addObject();
      entry.put("gpu", gpu.longValue());
      entry.put("mem_used_max_mb", max(ofGpu, GpuSample::memUsedMb));
      entry.put("mem_total_mb", max(ofGpu, GpuSample::memTotalMb));
      entry.put("mem_used_ratio_max", max(ofGpu, GpuSample::memUsedRatio));
      entry.put("util_mean_pct", Exact.mean(values(ofGpu, GpuSample::utilPct)));
      entry.put("samples", ofGpu.size());
    }
    return json;
  }

  /** Returns the fullest memory of any GPU, 0 to 1; null when there is none. */
  static @Nullable Double memUsedRatioMax(List<GpuSample> samples) {
    return max(samples.stream().filter(s -> s.gpu() != null).toList(), GpuSample::memUsedRatio);
  }

  private static @Nullable Double max(
      List<GpuSample> samples, Function<GpuSample, @Nullable Double> field) {
    return values(samples, field).stream().max(Double::compare).orElse(null);
  }

  private static List<Double> values(
      List<GpuSample> samples, Function<GpuSample, @Nullable Double> field) {
    return samples.stream().map(field).filter(Objects::nonNull).toList();
  }
}
