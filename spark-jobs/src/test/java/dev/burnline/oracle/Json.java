package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts figures into JSON objects. */
final class Json {

  private static final Map<String, Integer> PER_MILLE =
      Map.of("p5", 50, "p50", 500, "p90", 900, "p95", 950, "p99", 990, "p999", 999);

  private Json() {}

  /** Puts percentiles of ascending values under their names; null when there are no values. */
  static void putPercentiles(ObjectNode target, List<Double> ascending, String... names) {
    for (String name : names) {
      target.put(name, Exact.percentile(ascending, requireNonNull(PER_MILLE.get(name))));
    }
  }

  /** Puts how many requests have each value of a field; absent values are left out. */
  static void putCounts(
      ObjectNode target,
      String name,
      List<OracleRequest> requests,
      Function<OracleRequest, @Nullable String> field) {
    Map<String, Long> counts = new TreeMap<>();
    for (OracleRequest request : requests) {
      String value = field.apply(request);
      if (value != null) {
        counts.merge(value, 1L, Long::sum);
      }
    }
    ObjectNode json = target.putObject(name);
    counts.forEach(json::put);
  }
}
