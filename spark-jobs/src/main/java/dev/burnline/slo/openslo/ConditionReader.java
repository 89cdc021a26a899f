package dev.burnline.slo.openslo;

import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.alert.BurnRateCondition;
import dev.burnline.slo.alert.BurnRateCondition.Operator;
import dev.burnline.slo.alert.BurnRateCondition.Trigger;
import dev.burnline.slo.alert.BurnRatePair.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the spec of an alert condition. */
final class ConditionReader {

  private static final List<String> PAGES =
      List.of("page", "critical", "emergency", "fatal", "high", "p1", "sev1", "sev-1");

  private static final List<String> TICKETS =
      List.of("ticket", "warning", "warn", "info", "low", "medium", "p2", "p3", "sev2", "sev3");

  private ConditionReader() {}

  /** Returns the condition; lists problems and returns empty when it has some. */
  static Optional<BurnRateCondition> read(Fields spec, Set<Trigger> triggers) {
    spec.onlyWith("description", "severity", "condition");
    Descriptions.check(spec);
    Optional<Severity> severity = spec.required("severity").flatMap(ConditionReader::severity);
    Optional<Fields> condition = spec.required("condition").flatMap(Item::fields);
    if (condition.isEmpty()) {
      return Optional.empty();
    }
    Fields fields =
        condition.get().onlyWith("kind", "op", "threshold", "lookbackWindow", "alertAfter");
    fields.optional("kind").ifPresent(kind -> kind.oneOf(List.of("burnrate")));
    Optional<Operator> operator = operator(fields);
    Optional<BigDecimal> threshold = fields.required("threshold").flatMap(Item::decimal);
    Optional<Duration> lookback =
        fields.required("lookbackWindow").flatMap(ConditionReader::length);
    Optional<Item> alertAfter = fields.optional("alertAfter");
    Optional<Duration> after =
        alertAfter.isEmpty()
            ? Optional.of(Duration.ZERO)
            : alertAfter.flatMap(ConditionReader::lengthOrZero);
    if (severity.isEmpty()
        || operator.isEmpty()
        || threshold.isEmpty()
        || lookback.isEmpty()
        || after.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new BurnRateCondition(
            severity.get(),
            operator.get(),
            threshold.get(),
            lookback.get(),
            after.get(),
            triggers));
  }

  /** OpenSLO leaves the word open; a report knows two. */
  private static Optional<Severity> severity(Item item) {
    return item.written()
        .map(
            word -> {
              String plain = word.strip().toLowerCase(Locale.ROOT);
              if (PAGES.contains(plain)) {
                return Severity.PAGE;
              }
              if (!TICKETS.contains(plain)) {
                item.notice(
                    "is taken for a ticket; what pages is called %s"
                        .formatted(String.join(", ", PAGES)));
              }
              return Severity.TICKET;
            });
  }

  /** The specification's own examples leave it out and mean a burn rate that is exceeded. */
  private static Optional<Operator> operator(Fields fields) {
    Optional<Item> item = fields.optional("op");
    return item.isEmpty()
        ? Optional.of(Operator.ABOVE)
        : item.flatMap(op -> op.oneOf(Objective.Limit.OPERATORS)).flatMap(Operator::ofKey);
  }

  private static Optional<Duration> length(Item item) {
    Optional<DurationShorthand> duration = Durations.read(item);
    Optional<Duration> length = duration.flatMap(DurationShorthand::fixedLength);
    if (duration.isPresent() && length.isEmpty()) {
      item.problem("must be minutes, hours, days or weeks");
    }
    return length;
  }

  /** Unlike any other duration, this one may be zero. */
  private static Optional<Duration> lengthOrZero(Item item) {
    return item.written().filter(text -> text.matches("0+[mhdwMQY]")).isPresent()
        ? Optional.of(Duration.ZERO)
        : length(item);
  }
}
