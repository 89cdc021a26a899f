package dev.burnline.slo.prometheus;

import dev.burnline.scan.LogField;
import java.time.Duration;

/**
 * Names and selects what the recording rules of an SLO record.
 *
 * @param slo its name
 * @param suffix of the names; empty for all events of the SLO
 */
record Series(String slo, String suffix) {

  /** The lookback of the current burn rate. */
  static final Duration CURRENT = Duration.ofMinutes(5);

  /** The series of all events of an SLO. */
  static Series of(String slo) {
    return new Series(slo, "");
  }

  /** The series by a field. They have names of their own, so that no alert takes them for all. */
  static Series by(String slo, LogField field) {
    return new Series(slo, "_by_" + field.key());
  }

  /** Returns the name of a record, for example {@code slo:current_burn_rate:ratio}. */
  String name(String subject, String what) {
    return "slo:" + subject + suffix + ":" + what;
  }

  String total(String lookback) {
    return selected(totalName(lookback));
  }

  String error(String lookback) {
    return selected(errorName(lookback));
  }

  String ratio(String lookback) {
    return selected(ratioName(lookback));
  }

  String totalName(String lookback) {
    return name("sli_total", "increase" + lookback);
  }

  String errorName(String lookback) {
    return name("sli_error", "increase" + lookback);
  }

  String ratioName(String lookback) {
    return name("sli_error", "ratio_rate" + lookback);
  }

  private String selected(String metric) {
    return metric + "{" + PromQl.matcher("slo", "=", slo) + "}";
  }
}
