package dev.burnline.scan;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of the request log that are read, as its contract names them: the key in JSON is the
 * constant's name in lower case.
 */
public enum LogField {
  TIMESTAMP(Type.TIME),
  LEVEL(Type.TEXT),
  SERVICE(Type.TEXT),
  EVENT(Type.TEXT),
  BOOT_ID(Type.TEXT),
  SEQ(Type.NUMBER),
  INSTANCE(Type.TEXT),
  REQUEST_ID(Type.TEXT),
  PROMPT_TRUNCATED(Type.TEXT),
  RESPONSE_TRUNCATED(Type.TEXT),
  DURATION_MS(Type.NUMBER),
  INPUT_TOKENS(Type.NUMBER),
  OUTPUT_TOKENS(Type.NUMBER),
  THROUGHPUT_TPS(Type.NUMBER),
  STATUS(Type.TEXT),
  HTTP_STATUS(Type.NUMBER),
  ERROR_TYPE(Type.TEXT),
  ERROR_MESSAGE(Type.TEXT),
  FINISH_REASON(Type.TEXT),
  OPERATION(Type.TEXT),
  MODEL(Type.TEXT),
  STREAM(Type.FLAG),
  MAX_TOKENS(Type.NUMBER),
  TEMPERATURE(Type.NUMBER),
  TOP_P(Type.NUMBER),
  SEED(Type.NUMBER),
  RECEIVED_AT(Type.TIME),
  TTFT_MS(Type.NUMBER),
  TPOT_MS(Type.NUMBER),
  ITL_MAX_MS(Type.NUMBER),
  QUEUE_MS(Type.NUMBER),
  PREFILL_MS(Type.NUMBER),
  DECODE_MS(Type.NUMBER),
  QUEUE_DEPTH_AT_ARRIVAL(Type.NUMBER),
  RUNNING_AT_START(Type.NUMBER),
  GPU_INDEX(Type.NUMBER),
  GPU_MEM_USED_MB(Type.NUMBER),
  GPU_MEM_TOTAL_MB(Type.NUMBER),
  GPU_UTIL_PCT(Type.NUMBER),
  PROMPT_CHARS(Type.NUMBER),
  PROMPT_SHA256(Type.TEXT),
  REPETITION_RATIO(Type.NUMBER),
  TENANT(Type.TEXT),
  ROUTE(Type.TEXT),
  /** Of heartbeats, not of requests. */
  FINISHED_TOTAL(Type.NUMBER);

  private static final Map<String, LogField> BY_KEY =
      ofRequests().collect(Collectors.toUnmodifiableMap(LogField::key, Function.identity()));

  private final Type type;
  private final String key;

  LogField(Type type) {
    this.type = type;
    this.key = name().toLowerCase(Locale.ROOT);
  }

  /** Returns the fields of a finished request, in the order of the contract. */
  public static Stream<LogField> ofRequests() {
    return Stream.of(values()).filter(field -> field != FINISHED_TOTAL);
  }

  /** Returns the key in JSON. */
  public String key() {
    return key;
  }

  /** Returns what kind of value the field holds. */
  public Type type() {
    return type;
  }

  /** Returns the request's field of this JSON key; empty for keys that requests do not have. */
  public static Optional<LogField> ofKey(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** What kind of value a field holds. */
  public enum Type {
    TEXT,
    NUMBER,
    FLAG,
    /** An ISO-8601 time; not comparable in a {@code where}. */
    TIME
  }
}
