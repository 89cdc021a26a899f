package dev.burnline.slo.prometheus;

import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.LowTrafficGuard;
import dev.burnline.slo.Slo;
import dev.burnline.slo.alert.BurnRatePair;
import dev.burnline.slo.alert.BurnRatePair.Severity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The alerting rules of one SLO: one for each severity, and one for missing data if it can fire.
 */
final class AlertingRules {

  private static final MathContext SHOWN = new MathContext(4, RoundingMode.HALF_UP);

  private final Slo slo;
  private final Duration window;
  private final List<BurnRatePair> pairs;
  private final @Nullable Duration staleAfter;
  private final Series series;

  AlertingRules(Slo slo, Duration window, List<BurnRatePair> pairs, @Nullable Duration staleAfter) {
    this.slo = slo;
    this.window = window;
    this.pairs = pairs;
    this.staleAfter = staleAfter;
    this.series = Series.of(slo.name());
  }

  void addTo(List<Object> rules) {
    for (Severity severity : Severity.values()) {
      List<BurnRatePair> own = pairs.stream().filter(pair -> pair.severity() == severity).toList();
      if (!own.isEmpty()) {
        rules.add(burn(severity, own));
      }
    }
    if (staleAfter != null) {
      rules.add(stale(DurationShorthand.of(staleAfter).toString()));
    }
  }

  private Map<String, Object> burn(Severity severity, List<BurnRatePair> own) {
    String expression =
        own.stream().map(this::condition).collect(Collectors.joining(")\nor\n(", "(", ")"));
    String when =
        own.stream()
            .map(
                pair ->
                    "more than %s %% over %s and %s (burn rate %s)"
                        .formatted(
                            shown(threshold(pair).movePointRight(2)),
                            DurationShorthand.of(pair.longLookback()).toString(),
                            DurationShorthand.of(pair.shortLookback()).toString(),
                            shown(pair.factor(window))))
            .collect(Collectors.joining(", or "));
    return alert(
        "SLOBudgetBurn",
        expression,
        severity,
        "%s of {{ $labels.service }} burns its error budget",
        "{{ $value | humanizePercentage }} of the requests are bad; this alert holds at %s. %s %% are within the objective."
            .formatted(when, shown(slo.allowance().movePointRight(2))));
  }

  /** The long lookback comes first, so its ratio is the alert's value. */
  private String condition(BurnRatePair pair) {
    String threshold = threshold(pair).stripTrailingZeros().toPlainString();
    List<String> parts = new ArrayList<>();
    List<String> lookbacks =
        List.of(
            DurationShorthand.of(pair.longLookback()).toString(),
            DurationShorthand.of(pair.shortLookback()).toString());
    lookbacks.forEach(lookback -> parts.add(series.ratio(lookback) + " > " + threshold));
    LowTrafficGuard guard = slo.lowTraffic();
    for (String lookback : lookbacks) {
      if (guard.minEvents() > LowTrafficGuard.DEFAULT.minEvents()) {
        parts.add(series.total(lookback) + " >= " + guard.minEvents());
      }
      if (guard.minFailures() > LowTrafficGuard.DEFAULT.minFailures()) {
        parts.add(series.error(lookback) + " >= " + guard.minFailures());
      }
    }
    return parts.stream().collect(Collectors.joining("\n  and ", "\n  ", "\n"));
  }

  /** The share of bad events at the pair's factor: nearest to it as a double, as Burnline's own. */
  private BigDecimal threshold(BurnRatePair pair) {
    return pair.factor(window).multiply(slo.allowance(), MathContext.DECIMAL128);
  }

  private Map<String, Object> stale(String lookback) {
    return alert(
        "SLODataStale",
        "%s > 0\nunless\n%s >= 0"
            .formatted(
                series.total(DurationShorthand.of(window).toString()), series.ratio(lookback)),
        Severity.TICKET,
        "%s of {{ $labels.service }} has had no data for " + lookback,
        "No request that counts was seen for %s, so no burn-rate alert can fire."
            .formatted(lookback));
  }

  private Map<String, Object> alert(
      String name, String expression, Severity severity, String summary, String description) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("alert", name);
    rule.put("expr", expression);
    // The alert's series carry the slo already; without it here promtool takes rules for doubles.
    Map<String, Object> labels = new LinkedHashMap<>();
    labels.put("severity", severity.name().toLowerCase(Locale.ROOT));
    labels.put("slo", slo.name());
    rule.put("labels", labels);
    Map<String, Object> annotations = new LinkedHashMap<>();
    annotations.put("summary", summary.formatted(literally(slo.displayName())));
    annotations.put("description", description);
    rule.put("annotations", annotations);
    return rule;
  }

  /** Annotations are templates, and a name is none. */
  private static String literally(String text) {
    return text.replace("{{", "{{ \"{{\" }}");
  }

  private static String shown(BigDecimal value) {
    return value.round(SHOWN).stripTrailingZeros().toPlainString();
  }
}
