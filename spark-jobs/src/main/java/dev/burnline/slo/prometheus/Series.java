package dev.burnline.slo.prometheus;

import java.time.Duration;

/** Selects what the recording rules of an SLO have recorded. */
record Series(String slo) {

  /** The lookback of the current burn rate. */
  static final Duration CURRENT = Duration.ofMinutes(5);

  String total(String lookback) {
    return of("slo:sli_total:increase" + lookback);
  }

  String error(String lookback) {
    return of("slo:sli_error:increase" + lookback);
  }

  String ratio(String lookback) {
    return of("slo:sli_error:ratio_rate" + lookback);
  }

  private String of(String metric) {
    return metric + "{" + PromQl.matcher("slo", "=", slo) + "}";
  }
}
