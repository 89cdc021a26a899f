package dev.burnline.rollup;

import static java.util.Objects.requireNonNull;

import dev.burnline.scan.LogField;
import dev.burnline.scan.RequestLine;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An exact count of the requests that meet a condition, kept per minute and service.
 *
 * @param key what is counted, in a canonical form: equal keys count the same. Rollup files name
 *     their counters by it, so it says everything, for example {@code (status = 'success') and
 *     duration_ms <= 10000}
 * @param fields what {@code condition} reads; a scan leaves other fields unread
 * @param condition whether a request is counted; thread-safe
 */
public record Counter(String key, Set<LogField> fields, Predicate<RequestLine> condition) {

  public Counter {
    requireNonNull(key, "key is null");
    fields = Set.copyOf(fields);
    requireNonNull(condition, "condition is null");
  }
}
