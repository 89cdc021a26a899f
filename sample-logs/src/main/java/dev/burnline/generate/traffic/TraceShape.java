package dev.burnline.generate.traffic;

import dev.burnline.generate.chance.Quantiles;

/**
 * The shape of a real hour of requests: AzureLLMInferenceTrace_code.csv, 8 819 requests of 16
 * November 2023, from the Azure Public Dataset, CC-BY 4.0; Patel et al., "Splitwise: Efficient
 * generative LLM inference using phase splitting", ISCA 2024.
 *
 * <p>Every table holds the value of rank ceil(p·n) of the sorted column. For lengths:
 *
 * <pre>{@code
 * cut -d, -f3 AzureLLMInferenceTrace_code.csv | tail -n +2 | sort -n |
 *   awk '{v[NR]=$1} END {for (p=50; p<=1000; p+=50) print p, v[int((p*NR+999)/1000)]}'
 * }</pre>
 *
 * For bursts the column is a count divided by its mean: requests per whole minute from the first
 * request on (57 minutes, mean 151.3), and requests per second within its minute (34 minutes of at
 * least 60 requests). The trace has one hour, so the daily and weekly rhythm is not from it.
 */
final class TraceShape {

  /** Tokens of the prompt; mean 2 047.8. */
  static final Quantiles CONTEXT_TOKENS =
      new Quantiles(
          new int[] {
            0, 10, 25, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750,
            800, 850, 900, 925, 950, 970, 1000
          },
          new double[] {
            3, 17, 44, 75, 147, 232, 385, 578, 770, 938, 1075, 1261, 1469, 1690, 1909, 2164, 2433,
            2745, 3193, 3923, 5194, 6097, 7315, 7435, 7437
          });

  /** Tokens of the answer; mean 27.9, median 13. */
  static final Quantiles GENERATED_TOKENS =
      new Quantiles(
          new int[] {
            0, 50, 100, 200, 250, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 925,
            950, 970, 980, 990, 995, 998, 999, 1000
          },
          new double[] {
            6, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 24, 29, 39, 55, 69, 90, 128, 172, 252,
            361, 676, 831, 1899
          });

  /** Requests of a minute as a multiple of the mean minute; coefficient of variation 1.04. */
  static final Quantiles MINUTE =
      new Quantiles(
          new int[] {
            0, 200, 250, 300, 350, 400, 450, 500, 550, 600, 650, 700, 750, 800, 850, 900, 950, 1000
          },
          new double[] {
            0, 0, 0.145, 0.212, 0.251, 0.364, 0.516, 0.734, 0.78, 0.859, 1.236, 1.355, 1.62, 1.976,
            2.082, 2.684, 3.146, 4.178
          });

  /** Requests of a second as a multiple of its minute's mean; coefficient of variation 1.71. */
  static final Quantiles SECOND =
      new Quantiles(
          new int[] {0, 550, 600, 650, 700, 750, 800, 850, 900, 925, 950, 975, 990, 995, 1000},
          new double[] {
            0, 0, 0.355, 0.855, 1.212, 1.568, 1.961, 2.513, 3.164, 3.711, 4.557, 5.684, 7.595,
            9.828, 13.594
          });

  private TraceShape() {}
}
