package dev.burnline.slo.openslo;

import dev.burnline.slo.BudgetPolicy;
import dev.burnline.slo.EmptySlices;
import dev.burnline.slo.Exclusions;
import dev.burnline.slo.LowTrafficGuard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Burnline's annotations of an SLO. */
final class AnnotationReader {

  private static final String EMPTY_SLICES = "burnline.dev/empty-slices";
  private static final Pattern STEP = Pattern.compile("\\s*([^:]*?)\\s*:\\s*(.*?)\\s*");

  private final Map<String, Item> annotations;

  AnnotationReader(Definition definition) {
    this.annotations = definition.annotations();
  }

  /** Returns whether the document is for every service. */
  boolean isForEveryService() {
    Optional<Item> item = Optional.ofNullable(annotations.get("burnline.dev/services"));
    boolean isStar = item.flatMap(Item::written).filter("*"::equals).isPresent();
    if (item.isPresent() && !isStar) {
      item.get().problem("must be '*', every service");
    }
    return isStar;
  }

  /** Returns the excluded maintenance. */
  Exclusions exclusions() {
    return item("burnline.dev/exclude").map(ExclusionReader::read).orElse(Exclusions.NONE);
  }

  /** Returns what becomes of slices without events, if the SLO says so. */
  Optional<EmptySlices> emptySlices() {
    Map<String, EmptySlices> byKey = new LinkedHashMap<>();
    for (EmptySlices each : EmptySlices.values()) {
      byKey.put(each.key(), each);
    }
    return item(EMPTY_SLICES)
        .flatMap(item -> item.oneOf(List.copyOf(byKey.keySet())))
        .map(byKey::get);
  }

  /** Tells that slices do not matter to an SLO that has none. */
  void noticeUnusedSlices() {
    item(EMPTY_SLICES)
        .ifPresent(item -> item.notice("means nothing for Occurrences and is not used"));
  }

  private Optional<Item> item(String name) {
    return Optional.ofNullable(annotations.get(name));
  }

  LowTrafficGuard lowTraffic() {
    return new LowTrafficGuard(
        atLeastOne("burnline.dev/min-events", LowTrafficGuard.DEFAULT.minEvents()),
        atLeastOne("burnline.dev/min-failures", LowTrafficGuard.DEFAULT.minFailures()));
  }

  private long atLeastOne(String name, long otherwise) {
    Optional<Item> item = Optional.ofNullable(annotations.get(name));
    Optional<Long> count =
        item.flatMap(Item::written)
            .filter(text -> text.matches("[0-9]{1,15}"))
            .map(Long::parseLong)
            .filter(value -> value >= 1);
    if (item.isPresent() && count.isEmpty()) {
      item.get().problem("must be a whole number of at least 1");
    }
    return count.orElse(otherwise);
  }

  /** Returns the policy, written as a list, as a mapping, or as lines of one text. */
  BudgetPolicy policy() {
    Item item = annotations.get("burnline.dev/budget-policy");
    if (item == null) {
      return BudgetPolicy.DEFAULT;
    }
    Map<BigDecimal, BudgetPolicy.Step> steps = new HashMap<>();
    if (item.isMapping()) {
      addFields(item, steps);
    } else if (item.isList()) {
      for (Item each : item.items().orElseThrow()) {
        if (each.isMapping()) {
          addFields(each, steps);
        } else {
          each.text().ifPresent(text -> addText(each, text, steps));
        }
      }
    } else {
      for (String line : entries(item)) {
        addText(item, line, steps);
      }
    }
    return new BudgetPolicy(List.copyOf(steps.values()));
  }

  /** Returns the entries of a list of texts, or the lines of one text. */
  static List<String> entries(Item item) {
    return item.text().map(AnnotationReader::lines).orElse(List.of());
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("[\\n;]", -1)));
    lines.removeIf(String::isBlank);
    return lines;
  }

  private static void addFields(Item item, Map<BigDecimal, BudgetPolicy.Step> steps) {
    item.fields()
        .orElseThrow()
        .all()
        .forEach(
            (threshold, action) ->
                action.written().ifPresent(text -> addStep(action, threshold, text, steps)));
  }

  private static void addText(Item item, String text, Map<BigDecimal, BudgetPolicy.Step> steps) {
    Matcher matcher = STEP.matcher(text);
    if (matcher.matches()) {
      addStep(item, matcher.group(1), matcher.group(2), steps);
    } else {
      item.problem("must read 'threshold: action', for example '0.5: architecture review'");
    }
  }

  private static void addStep(
      Item item, String threshold, String action, Map<BigDecimal, BudgetPolicy.Step> steps) {
    Optional<BigDecimal> share = Decimals.parse(threshold).filter(value -> value.signum() > 0);
    if (share.isEmpty()) {
      item.problemWithoutValue(
          "the threshold must be a number above 0, got '%s'".formatted(threshold));
    } else if (action.isBlank()) {
      item.problemWithoutValue("the step at %s has no action".formatted(threshold));
    } else if (steps.put(
            share.get().stripTrailingZeros(), new BudgetPolicy.Step(share.get(), action))
        != null) {
      item.problemWithoutValue("has two steps at %s".formatted(threshold));
    }
  }
}
