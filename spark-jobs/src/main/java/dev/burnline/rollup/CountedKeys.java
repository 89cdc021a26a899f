package dev.burnline.rollup;

import java.io.Serializable;
import java.util.List;

/**
 * What a rollup counts beside what every rollup does. Two rollups with equal keys count the same.
 *
 * @param counters {@link Counter#key} of the counters of a {@link ServiceMinute}, in their order
 * @param measures {@link Measure#key} of the bad events of a {@link ServiceQuarter}, in their order
 * @param groups {@link Measure#groupKey} of the counts of a {@link GroupMinute}, in their order
 */
public record CountedKeys(List<String> counters, List<String> measures, List<String> groups)
    implements Serializable {

  /** Nothing is counted beside what every rollup counts. */
  public static final CountedKeys NONE = new CountedKeys(List.of(), List.of(), List.of());

  public CountedKeys {
    counters = List.copyOf(counters);
    measures = List.copyOf(measures);
    groups = List.copyOf(groups);
  }
}
