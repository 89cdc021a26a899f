package dev.burnline.evaluate;

import dev.burnline.report.ServiceReport.MinuteFigures;
import dev.burnline.rollup.Distribution;
import dev.burnline.rollup.ExactSum;
import dev.burnline.rollup.Outcome;
import dev.burnline.rollup.OutcomeFigures;
import dev.burnline.rollup.OutcomeFigures.Quantity;
import java.io.Serializable;
import java.util.Map;

/** One service in one minute of the report's window. */
final class MinuteTally implements Serializable {

  private static final long serialVersionUID = 1L;

  private long requests;
  private long errors;
  private final ExactSum outputTokens = new ExactSum();
  private final Distribution successMillis = new Distribution();

  void add(Map<Outcome, OutcomeFigures> outcomes) {
    outcomes.forEach(
        (outcome, figures) -> {
          requests += figures.requests();
          outputTokens.add(figures.of(Quantity.OUTPUT_TOKENS).sum());
          if (outcome.isSuccess()) {
            successMillis.add(figures.of(Quantity.DURATION_MS));
          } else {
            errors += figures.requests();
          }
        });
  }

  void add(MinuteTally other) {
    requests += other.requests;
    errors += other.errors;
    outputTokens.add(other.outputTokens);
    successMillis.add(other.successMillis);
  }

  MinuteFigures figures(int minute) {
    return new MinuteFigures(
        MinuteSpan.instantOf(minute),
        requests,
        errors,
        Figures.mean(successMillis),
        Figures.quantile(successMillis, 500),
        Figures.quantile(successMillis, 950),
        Figures.quantile(successMillis, 990),
        outputTokens.whole());
  }
}
