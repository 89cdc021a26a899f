package dev.burnline.slo.openslo;

import dev.burnline.report.SloReport;
import dev.burnline.scan.LogField;
import dev.burnline.slo.BudgetingMethod;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One entry of an SLO's {@code objectives}.
 *
 * @param limit what a threshold indicator is compared with
 */
record Objective(
    Item item,
    Optional<String> displayName,
    BigDecimal target,
    Optional<Limit> limit,
    BudgetingMethod method) {

  /**
   * {@code op} and {@code value}.
   *
   * @param operator one of {@link #OPERATORS}
   */
  record Limit(String operator, double value) {

    static final List<String> OPERATORS = List.of("lte", "gte", "lt", "gt");

    /** Returns the limit as a report shows it, for values of this field. */
    SloReport.Threshold with(LogField field) {
      return new SloReport.Threshold(field.key(), operator, value);
    }
  }
}
