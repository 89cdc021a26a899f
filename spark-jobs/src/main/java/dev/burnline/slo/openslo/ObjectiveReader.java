package dev.burnline.slo.openslo;

import dev.burnline.slo.BudgetingMethod;
import dev.burnline.slo.DurationShorthand;
import dev.burnline.slo.Slo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads an entry of an SLO's {@code objectives}. */
final class ObjectiveReader {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final List<String> METHODS =
      List.of("Occurrences", "Timeslices", "RatioTimeslices");

  private ObjectiveReader() {}

  /**
   * Reads an objective.
   *
   * @param sloSpec has the budgeting method
   * @param indicator what is measured, as far as it could be read
   */
  static Optional<Objective> read(Fields fields, Fields sloSpec, Optional<Indicator> indicator) {
    fields.onlyWith(
        "displayName",
        "op",
        "value",
        "target",
        "targetPercent",
        "timeSliceTarget",
        "timeSliceWindow",
        "indicator",
        "indicatorRef",
        "compositeWeight");
    Optional<String> displayName = fields.optional("displayName").flatMap(Item::text);
    Optional<BigDecimal> target = target(fields);
    boolean isForeign = indicator.filter(Indicator.Foreign.class::isInstance).isPresent();
    Optional<BudgetingMethod> method = method(fields, sloSpec, isForeign);
    CompositeWeight.check(fields, sloSpec, isForeign);
    boolean needsLimit = indicator.filter(Indicator.Threshold.class::isInstance).isPresent();
    Optional<Objective.Limit> limit = needsLimit ? limit(fields) : ignoredLimit(fields, indicator);
    if (target.isEmpty() || method.isEmpty() || (needsLimit && limit.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Objective(fields.owner(), displayName, target.get(), limit, method.get()));
  }

  private static Optional<BigDecimal> target(Fields fields) {
    Optional<Item> item = fields.exactlyOne("target", "targetPercent");
    boolean isPercent = fields.has("targetPercent");
    Optional<BigDecimal> written = item.flatMap(Item::decimal);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal target = isPercent ? written.get().divide(HUNDRED) : written.get();
    if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) >= 0) {
      item.get().problem(isPercent ? "must be in (0, 100)" : "must be in (0, 1)");
      return Optional.empty();
    }
    if (target.stripTrailingZeros().scale() > Slo.MOST_TARGET_DECIMALS) {
      item.get()
          .problem(
              "must have at most %d decimals"
                  .formatted(Slo.MOST_TARGET_DECIMALS - (isPercent ? 2 : 0)));
      return Optional.empty();
    }
    return Optional.of(target);
  }

  private static Optional<Objective.Limit> limit(Fields fields) {
    Optional<String> operator =
        fields.required("op").flatMap(item -> item.oneOf(Objective.Limit.OPERATORS));
    Optional<BigDecimal> value = fields.required("value").flatMap(Item::decimal);
    return operator.flatMap(
        op -> value.map(number -> new Objective.Limit(op, number.doubleValue())));
  }

  /** OpenSLO's own examples carry an {@code op} where only a ratio is compared with the target. */
  private static Optional<Objective.Limit> ignoredLimit(
      Fields fields, Optional<Indicator> indicator) {
    fields.optional("op").ifPresent(item -> item.oneOf(Objective.Limit.OPERATORS));
    Optional<Item> value = fields.optional("value");
    value.ifPresent(Item::decimal);
    if (indicator.filter(Indicator.Ratio.class::isInstance).isPresent()) {
      value.ifPresent(item -> item.notice("means nothing for a ratioMetric and is not used"));
    }
    return Optional.empty();
  }

  private static Optional<BudgetingMethod> method(
      Fields fields, Fields sloSpec, boolean isForeign) {
    Optional<DurationShorthand> slice =
        fields.optional("timeSliceWindow").flatMap(item -> sliceWindow(item, isForeign));
    Optional<BigDecimal> sliceTarget =
        fields.optional("timeSliceTarget").flatMap(ObjectiveReader::sliceTarget);
    String name = sloSpec.optional("budgetingMethod").flatMap(Item::written).orElse("Occurrences");
    return switch (name) {
      case "Timeslices" -> {
        fields.required("timeSliceTarget");
        fields.required("timeSliceWindow");
        yield slice.flatMap(
            length -> sliceTarget.map(target -> new BudgetingMethod.Timeslices(target, length)));
      }
      case "RatioTimeslices" -> {
        fields.required("timeSliceWindow");
        noticeUnused(fields, "timeSliceTarget", name);
        yield slice.map(BudgetingMethod.RatioTimeslices::new);
      }
      default -> {
        noticeUnused(fields, "timeSliceTarget", "Occurrences");
        noticeUnused(fields, "timeSliceWindow", "Occurrences");
        yield Optional.of(new BudgetingMethod.Occurrences());
      }
    };
  }

  /** Lists a problem when the SLO's budgeting method is missing or none of OpenSLO's. */
  static void checkMethod(Fields sloSpec) {
    sloSpec.required("budgetingMethod").ifPresent(item -> item.oneOf(METHODS));
  }

  private static Optional<BigDecimal> sliceTarget(Item item) {
    Optional<BigDecimal> target = item.decimal();
    if (target.isPresent()
        && (target.get().signum() <= 0 || target.get().compareTo(BigDecimal.ONE) > 0)) {
      item.problem("must be in (0, 1]");
      return Optional.empty();
    }
    return target;
  }

  private static void noticeUnused(Fields fields, String field, String method) {
    fields
        .optional(field)
        .ifPresent(item -> item.notice("means nothing for %s and is not used".formatted(method)));
  }

  /** A number without a unit is in minutes. Other systems may cut time as they like. */
  private static Optional<DurationShorthand> sliceWindow(Item item, boolean isForeign) {
    Optional<DurationShorthand> minutes =
        item.written().flatMap(text -> DurationShorthand.parse(text + "m"));
    Optional<DurationShorthand> slice = minutes.isPresent() ? minutes : Durations.read(item);
    if (slice.isPresent() && !BudgetingMethod.isSlice(slice.get())) {
      if (!isForeign) {
        item.problem("24 h must be a multiple of a slice, such as 1m, 5m, 1h or 1d");
      }
      return Optional.empty();
    }
    return slice;
  }
}
