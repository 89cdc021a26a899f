package dev.burnline.serve.metrics;

import dev.burnline.serve.event.TokenGaps;
import java.util.Set;

/** Bounds of histograms in seconds; those of vLLM where it has them, as rules are written so. */
final class Buckets {

  static final double[] REQUEST = {
    0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680
  };

  static final double[] FIRST_TOKEN = {
    0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40,
    80, 160, 640, 2560
  };

  static final double[] BETWEEN_TOKENS =
      TokenGaps.BOUNDS_SECONDS.stream().mapToDouble(bound -> bound).toArray();

  static final double[] LOG_COST = {
    5e-6, 1e-5, 2e-5, 3e-5, 4e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 5e-3, 1e-2
  };

  /** Paths of the API that generate text. */
  static final Set<String> ROUTES = Set.of("/v1/chat/completions", "/v1/completions");

  private Buckets() {}
}
