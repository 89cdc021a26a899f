package dev.burnline.slo.prometheus;

import dev.burnline.scan.LogField;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the inference runtime exposes of its requests, as far as rules are made of it. */
final class RuntimeMetrics {

  /** Counts the requests whose {@code request.finished} line was written. */
  static final String REQUESTS = "requests_finished_total";

  /** The labels of {@link #REQUESTS} and of every histogram; an absent field is an empty label. */
  static final List<LogField> LABELS =
      List.of(
          LogField.SERVICE,
          LogField.MODEL,
          LogField.STATUS,
          LogField.ERROR_TYPE,
          LogField.FINISH_REASON,
          LogField.TENANT,
          LogField.ROUTE);

  private RuntimeMetrics() {}

  static boolean isLabel(LogField field) {
    return LABELS.contains(field);
  }

  /** Returns the fields that are no labels. */
  static List<String> othersOf(Set<LogField> fields) {
    return fields.stream().filter(field -> !isLabel(field)).map(LogField::key).sorted().toList();
  }

  /** A histogram with one observation, in seconds, for every request that carries the field. */
  enum Histogram {
    /** Arrival to the end of the answer. */
    DURATION("e2e_request_latency_seconds", LogField.DURATION_MS, Constants.REQUEST_BUCKETS),
    /** Arrival to the first token. */
    TIME_TO_FIRST_TOKEN(
        "time_to_first_token_seconds",
        LogField.TTFT_MS,
        "0.001 0.005 0.01 0.02 0.04 0.06 0.08 0.1 0.25 0.5 0.75 1 2.5 5 7.5 10 20 40 80 160 640"
            + " 2560"),
    /** Mean time of a request's tokens after the first. */
    TIME_PER_OUTPUT_TOKEN(
        "request_time_per_output_token_seconds",
        LogField.TPOT_MS,
        "0.01 0.025 0.05 0.075 0.1 0.15 0.2 0.3 0.4 0.5 0.75 1 2.5 5 7.5 10 20 40 80"),
    /** Arrival to the start of the work. */
    QUEUE_TIME("request_queue_time_seconds", LogField.QUEUE_MS, Constants.REQUEST_BUCKETS);

    private final String metric;
    private final LogField field;
    private final List<BigDecimal> buckets;

    Histogram(String metric, LogField field, String buckets) {
      this.metric = metric;
      this.field = field;
      this.buckets = Arrays.stream(buckets.split(" ", -1)).map(BigDecimal::new).toList();
    }

    /** Returns the name without {@code _bucket} and {@code _count}. */
    String metric() {
      return metric;
    }

    /** Returns the field of the request line that is observed, in milliseconds. */
    LogField field() {
      return field;
    }

    /** Returns the upper bounds of the buckets in seconds, ascending, without infinity. */
    List<BigDecimal> buckets() {
      return buckets;
    }

    static Optional<Histogram> of(String key) {
      return Stream.of(values()).filter(one -> one.field.key().equals(key)).findFirst();
    }
  }

  /** An enum's constants cannot use its own static fields. */
  private static final class Constants {
    /** As in vLLM. */
    static final String REQUEST_BUCKETS =
        "0.3 0.5 0.8 1 1.5 2 2.5 5 10 15 20 30 40 50 60 120 240 480 960 1920 7680";
  }
}
