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
   * @param consumedRatio the share of the budget that they consume
   */
  record Scale(long bad, double consumedRatio) {}

  private static final class Part {

    private long bad;
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

  void add(String label, long bad, List<Exemplar> examples) {
    Part part = parts.computeIfAbsent(label, key -> new Part());
    part.bad += bad;
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
    for (String label : labels) {
      Part part = Objects.requireNonNull(parts.get(label), label);
      if (!label.equals(Ledger.REST)) {
        entries.add(entry(label, part));
        rest.bad -= part.bad;
      }
    }
    parts.forEach(
        (label, part) -> {
          if (!labels.contains(label) || label.equals(Ledger.REST)) {
            rest.sample(part.examples);
          }
        });
    if (rest.bad > 0) {
      entries.add(entry(Ledger.REST, rest));
    }
    return entries;
  }

  private Ledger.Entry entry(String label, Part part) {
    double share = (double) part.bad / scale.bad;
    return new Ledger.Entry(label, part.bad, share, share * scale.consumedRatio, part.requestIds());
  }
}
