package dev.burnline.slo.prometheus;

import static java.util.Objects.requireNonNull;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.Slo;
import dev.burnline.slo.TimeWindow;
import dev.burnline.slo.alert.AlertRules;
import dev.burnline.slo.alert.BurnRatePair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A Prometheus rule file.
 *
 * @param text the file as YAML; without groups when no SLO could be exported
 * @param exported names of the SLOs in it
 * @param refused SLOs that have no exact form in PromQL, which are left out
 * @param leftOut alerts that can never fire
 */
public record PrometheusRules(
    String text, List<String> exported, List<Remark> refused, List<Remark> leftOut) {

  /** Characters as any other in YAML 1.2, and line breaks in Prometheus, which reads 1.1. */
  private static final Pattern BREAKS = Pattern.compile("[\u0085\u2028\u2029]");

  public PrometheusRules {
    requireNonNull(text, "text is null");
    exported = List.copyOf(exported);
    refused = List.copyOf(refused);
    leftOut = List.copyOf(leftOut);
  }

  /** Something about one SLO. */
  public record Remark(String slo, String what) {

    public Remark {
      requireNonNull(slo, "slo is null");
      requireNonNull(what, "what is null");
    }
  }

  /**
   * Exports SLOs; one group of rules for each, and one for each field that it is grouped by.
   *
   * @param rules what the alert policies of an SLO amount to
   */
  public static PrometheusRules of(List<Slo> slos, Function<Slo, AlertRules> rules) {
    List<Object> groups = new ArrayList<>();
    List<String> exported = new ArrayList<>();
    List<Remark> refused = new ArrayList<>();
    List<Remark> leftOut = new ArrayList<>();
    for (Slo slo : slos) {
      try {
        SloRules own = rules(slo, rules.apply(slo), leftOut);
        groups.add(own.group());
        groups.addAll(own.groupedBy());
        exported.add(slo.name());
      } catch (NotExportableException e) {
        refused.add(new Remark(slo.name(), String.valueOf(e.getMessage())));
      }
    }
    return new PrometheusRules(written(groups), exported, refused, leftOut);
  }

  private static SloRules rules(Slo slo, AlertRules rules, List<Remark> leftOut)
      throws NotExportableException {
    if (!(slo.window() instanceof TimeWindow.Rolling rolling)) {
      throw new NotExportableException(
          "its window follows the calendar, and PromQL only looks back by a fixed length");
    }
    if (!(slo.budgetingMethod() instanceof BudgetingMethod.Occurrences)) {
      throw new NotExportableException(
          "its budget counts %s, and PromQL has no exact count of slices"
              .formatted(slo.budgetingMethod().name()));
    }
    if (!slo.exclusions().isEmpty()) {
      throw new NotExportableException(
          "it excludes maintenance, which PromQL cannot leave out of a lookback");
    }
    if (!rules.conditions().isEmpty() || rules.mode() != AlertRules.Mode.BURN_RATE) {
      throw new NotExportableException(
          "its alerts are not pairs of burn rates alone, and only these are written as rules");
    }
    Indicator indicator = IndicatorExport.of(slo);
    Duration window = rolling.length();
    List<BurnRatePair> pairs = new ArrayList<>();
    for (BurnRatePair pair : rules.pairs()) {
      if (pair.isReachable(window, slo.allowance())) {
        pairs.add(pair);
      } else {
        leftOut.add(
            new Remark(
                slo.name(),
                "the alert over %s and %s can never fire and is left out"
                    .formatted(
                        DurationShorthand.of(pair.longLookback()).toString(),
                        DurationShorthand.of(pair.shortLookback()).toString())));
      }
    }
    boolean canBeStale = rules.staleAfter().compareTo(window) < 0;
    if (!canBeStale) {
      leftOut.add(
          new Remark(
              slo.name(),
              "the alert SLODataStale can never fire and is left out: after %s without data there is nothing left in the window of %s"
                  .formatted(DurationShorthand.of(rules.staleAfter()), rolling.duration())));
    }
    return new SloRules(slo, window, indicator, pairs, canBeStale ? rules.staleAfter() : null);
  }

  private static String written(List<Object> groups) {
    String text = written(groups, Characters.AS_THEY_ARE);
    return BREAKS.matcher(text).find() ? written(groups, Characters.ESCAPED) : text;
  }

  private static String written(List<Object> groups, Characters others) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(Integer.MAX_VALUE)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .setUseUnicodeEncoding(others == Characters.AS_THEY_ARE)
            .build();
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("groups", groups);
    return new Dump(settings).dumpToString(file);
  }

  /** How characters beyond ASCII are written. */
  private enum Characters {
    AS_THEY_ARE,
    ESCAPED
  }
}
