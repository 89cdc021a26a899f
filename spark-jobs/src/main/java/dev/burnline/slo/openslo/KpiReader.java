package dev.burnline.slo.openslo;

import dev.burnline.slo.KpiThreshold;
import dev.burnline.slo.KpiThreshold.Comparison;
import dev.burnline.slo.spelling.KnownNames;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the thresholds of key indicators: {@code "p95_latency_ms > 15000"}. */
final class KpiReader {

  private static final Pattern KPI = Pattern.compile("\\s*([^<>\\s]+)\\s*([<>])\\s*(\\S+)\\s*");
  private static final KnownNames NAMES =
      KnownNames.of(Arrays.stream(KpiThreshold.Name.values()).map(KpiThreshold.Name::key).toList());

  private final Map<KpiThreshold.Name, KpiThreshold> thresholds = new LinkedHashMap<>();

  private KpiReader() {}

  /** Returns the thresholds of a list of texts, or of the lines of one text. */
  static List<KpiThreshold> read(Item item) {
    KpiReader reader = new KpiReader();
    if (item.isList()) {
      for (Item each : item.items().orElseThrow()) {
        each.text().ifPresent(text -> reader.add(each, text));
      }
    } else {
      AnnotationReader.entries(item).forEach(text -> reader.add(item, text));
    }
    return new ArrayList<>(reader.thresholds.values());
  }

  private void add(Item item, String text) {
    Matcher matcher = KPI.matcher(text);
    if (!matcher.matches()) {
      item.problem(
          "must read 'indicator > value' or 'indicator < value', for example 'p95_latency_ms >"
              + " 15000'");
      return;
    }
    Optional<KpiThreshold.Name> name = KpiThreshold.Name.ofKey(matcher.group(1));
    if (name.isEmpty()) {
      item.problemWithoutValue(
          "unknown indicator '%s', the nearest known one is '%s'"
              .formatted(matcher.group(1), NAMES.nearestTo(matcher.group(1))));
      return;
    }
    Optional<BigDecimal> threshold = Decimals.parse(matcher.group(3));
    if (threshold.isEmpty()) {
      item.problemWithoutValue(
          "the threshold must be a number, got '%s'".formatted(matcher.group(3)));
      return;
    }
    Comparison comparison = matcher.group(2).equals(">") ? Comparison.ABOVE : Comparison.BELOW;
    KpiThreshold read = new KpiThreshold(name.get(), comparison, threshold.get());
    if (thresholds.put(name.get(), read) != null) {
      item.problemWithoutValue("'%s' has two thresholds".formatted(name.get().key()));
    }
  }
}
