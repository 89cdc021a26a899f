package dev.burnline.evaluate;

import dev.burnline.report.Ledger;
import dev.burnline.rollup.Exemplar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** One list of a ledger: bad events by label, and the rest that makes them all. */
final class LedgerList {

  private static final int MOST_LABELS = 20;
  private static final int MOST_SAMPLES = 5;

  private final Scale scale;
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private final Part rest = new Part();

  LedgerList(Scale scale) {
    this.scale = scale;
  }

  /**
   * What shares are taken of.
   *
   * @param bad all bad events
   * @param weight of all bad events
   * @param budget the weight that spends all of it, infinite where the bad events spend nothing
   */
  record Scale(long bad, long weight, double budget) {}

  private static final class Part {

    private long bad;
    private long weight;
    private final List<Exemplar> examples = new ArrayList<>();

    void sample(List<Exemplar> more) {
      examples.addAll(more);
      if (examples.size() > 100 * MOST_SAMPLES) {
        keepEarliest();
      }
    }

    private void keepEarliest() {
      examples.removeIf(example -> example.requestId() == null);
      examples.sort(Exemplar.EARLIEST);
      if (examples.size() > MOST_SAMPLES) {
        examples.subList(MOST_SAMPLES, examples.size()).clear();
      }
    }

    List<String> requestIds() {
      keepEarliest();
      return examples.stream().map(Exemplar::requestId).filter(Objects::nonNull).toList();
    }
  }

  /**
   * Adds bad events.
   *
   * @param weight what shares are measured by
   */
  void add(String label, long bad, long weight, List<Exemplar> examples) {
    Part part = parts.computeIfAbsent(label, key -> new Part());
    part.bad += bad;
    part.weight += weight;
    part.sample(examples);
  }

  void sampleOfRest(List<Exemplar> examples) {
    rest.sample(examples);
  }

  List<Ledger.Entry> mostFirst() {
    ToLongFunction<Map.Entry<String, Part>> bad = entry -> entry.getValue().bad;
    return entries(
        parts.entrySet().stream()
            .sorted(Comparator.comparingLong(bad).reversed().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .limit(MOST_LABELS)
            .toList());
  }

  List<Ledger.Entry> inOrderOf(List<String> labels) {
    return entries(labels.stream().distinct().filter(parts::containsKey).toList());
  }

  private List<Ledger.Entry> entries(List<String> labels) {
    List<Ledger.Entry> entries = new ArrayList<>();
    rest.bad = scale.bad;
    rest.weight = scale.weight;
    for (String label : labels) {
      Part part = Objects.requireNonNull(parts.get(label), label);
      if (!label.equals(Ledger.REST)) {
        entries.add(entry(label, part));
        rest.bad -= part.bad;
        rest.weight -= part.weight;
      }
    }
    parts.forEach(
        (label, part) -> {
          if (!labels.contains(label) || label.equals(Ledger.REST)) {
            rest.sample(part.examples);
          }
        });
    if (rest.bad > 0 || rest.weight > 0) {
      entries.add(entry(Ledger.REST, rest));
    }
    return entries;
  }

  private Ledger.Entry entry(String label, Part part) {
    double share = (double) part.weight / scale.weight;
    return new Ledger.Entry(label, part.bad, share, part.weight / scale.budget, part.requestIds());
  }
}
