package dev.burnline.slo.prometheus;

import dev.burnline.report.SloReport.Threshold;
import dev.burnline.rollup.Counter;
import dev.burnline.scan.LogField;
import dev.burnline.slo.ServiceScope;
import dev.burnline.slo.Slo;
import dev.burnline.slo.prometheus.RuntimeMetrics.Histogram;
import dev.burnline.slo.where.Cases;
import dev.burnline.slo.where.NoCasesException;
import dev.burnline.slo.where.Where;
import dev.burnline.slo.where.WhereException;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns the conditions of an SLO into counts of the runtime's series. */
final class IndicatorExport {

  private static final int MILLIS_DIGITS = 3;

  private IndicatorExport() {}

  static Indicator of(Slo slo) throws NotExportableException {
    Threshold threshold = slo.threshold();
    try {
      Where total = where(slo.total());
      if (threshold != null) {
        return byHistogram(slo, total, threshold);
      }
      Where good = where(slo.good());
      checkLabels(total.fields(), good.fields());
      Cases valid = within(slo, Cases.of(total));
      return new Indicator.ByLabels(valid, valid.without(Cases.of(good)));
    } catch (NoCasesException e) {
      throw new NotExportableException(
          "its condition has no form in label matchers: " + e.getMessage());
    }
  }

  private static Where where(Counter counter) {
    try {
      return Where.ofCanonical(counter.key());
    } catch (WhereException e) {
      throw new IllegalStateException("a counter's key is a canonical condition", e);
    }
  }

  private static Indicator byHistogram(Slo slo, Where total, Threshold threshold)
      throws NotExportableException, NoCasesException {
    Histogram histogram =
        Histogram.of(threshold.field())
            .orElseThrow(
                () ->
                    new NotExportableException(
                        "the runtime has no histogram of '%s', it has those of %s"
                            .formatted(threshold.field(), histograms())));
    String le = bucket(histogram, threshold);
    Set<LogField> fields = EnumSet.noneOf(LogField.class);
    fields.addAll(total.fields());
    fields.remove(histogram.field());
    checkLabels(fields, Set.of());
    Cases valid = within(slo, Cases.of(total, histogram.field()));
    return switch (threshold.op()) {
      case "lte" -> new Indicator.AboveBucket(histogram, valid, le);
      case "gt" -> new Indicator.WithinBucket(histogram, valid, le);
      default ->
          throw new NotExportableException(
              "a histogram counts values up to a bound and not below it, so 'lte' and 'gt' can be"
                  + " told and '%s' cannot".formatted(threshold.op()));
    };
  }

  private static String histograms() {
    return List.of(Histogram.values()).stream()
        .map(one -> one.field().key())
        .collect(Collectors.joining(", "));
  }

  /** Returns the matcher of the bucket; clients write its bound as 10 or as 10.0. */
  private static String bucket(Histogram histogram, Threshold threshold)
      throws NotExportableException {
    BigDecimal seconds = BigDecimal.valueOf(threshold.value()).movePointLeft(MILLIS_DIGITS);
    for (BigDecimal bound : histogram.buckets()) {
      if (bound.compareTo(seconds) == 0) {
        String text = bound.toPlainString();
        return bound.scale() > 0
            ? PromQl.matcher("le", "=", text)
            : PromQl.matcher("le", "=~", text + "|" + text + "\\.0");
      }
    }
    throw new NotExportableException(
        "%s has no bucket of %s s, its buckets end at %s s"
            .formatted(
                histogram.metric(),
                seconds.stripTrailingZeros().toPlainString(),
                histogram.buckets().stream()
                    .map(BigDecimal::toPlainString)
                    .collect(Collectors.joining(", "))));
  }

  private static void checkLabels(Set<LogField> fields, Set<LogField> moreFields)
      throws NotExportableException {
    Set<LogField> all = EnumSet.noneOf(LogField.class);
    all.addAll(fields);
    all.addAll(moreFields);
    List<String> others = RuntimeMetrics.othersOf(all);
    if (!others.isEmpty()) {
      throw new NotExportableException(
          "its condition asks for %s, and the runtime's metrics have only the labels %s"
              .formatted(
                  String.join(", ", others),
                  RuntimeMetrics.LABELS.stream()
                      .map(LogField::key)
                      .collect(Collectors.joining(", "))));
    }
  }

  private static Cases within(Slo slo, Cases total)
      throws NotExportableException, NoCasesException {
    Cases own = total;
    if (slo.services() instanceof ServiceScope.Named named) {
      own = own.and(Cases.of(Where.is(LogField.SERVICE, named.name())));
    }
    if (own.list().isEmpty()) {
      throw new NotExportableException("no request can meet its condition");
    }
    return own;
  }
}
