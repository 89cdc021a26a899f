package dev.burnline.serve.metrics;

import dev.burnline.serve.event.TokenGaps;
import java.util.Set;

/** Bounds of histograms in seconds, those of vLLM: rules are written for exactly these. */
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

  /** Paths of the API that generate text. */
  static final Set<String> ROUTES = Set.of("/v1/chat/completions", "/v1/completions");

  private Buckets() {}
}
