package dev.burnline.oracle;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An SLO with a rolling window, as plain values.
 *
 * @param name as in the SLO file
 * @param displayName the name again where the SLO file has none
 * @param service the service it holds for, {@code *} for every service seen
 * @param target 0 to 1 exclusive
 * @param windowDays length of the rolling window in days of 24 hours
 * @param total which lines it counts; fields that count as absent are not in the line, the defaults
 *     of {@code service}, {@code event} and {@code status} are
 * @param good which of the counted lines are good
 */
public record OracleSlo(
    String name,
    String displayName,
    String service,
    BigDecimal target,
    int windowDays,
    Predicate<JsonNode> total,
    Predicate<JsonNode> good) {

  private static final Set<String> CLIENT_ERRORS =
      Set.of("validation", "malformed_json", "context_length", "client_disconnect");

  public OracleSlo {
    requireNonNull(name, "name is null");
    requireNonNull(displayName, "displayName is null");
    requireNonNull(service, "service is null");
    requireNonNull(total, "total is null");
    requireNonNull(good, "good is null");
    if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("target must be in (0, 1), got " + target);
    }
    if (windowDays < 1) {
      throw new IllegalArgumentException("window must be at least 1 day, got " + windowDays);
    }
  }

  /** Returns an SLO for every service seen, with its name as display name. */
  public static OracleSlo of(
      String name,
      String target,
      int windowDays,
      Predicate<JsonNode> total,
      Predicate<JsonNode> good) {
    return new OracleSlo(name, name, "*", new BigDecimal(target), windowDays, total, good);
  }

  /** Returns {@code llm-availability}: 99.9 % of 30 days, client errors left out. */
  public static OracleSlo availability999() {
    return of(
        "llm-availability",
        "0.999",
        30,
        line -> !CLIENT_ERRORS.contains(line.path("error_type").asText("")),
        line -> line.path("status").asText("").equals("success"));
  }

  /** Returns {@code llm-latency}: 95 % of the answers of 30 days within 10 s. */
  public static OracleSlo latency95Within10s() {
    return of(
        "llm-latency",
        "0.95",
        30,
        line -> line.path("status").asText("").equals("success") && line.has("duration_ms"),
        line -> line.path("duration_ms").doubleValue() <= 10_000);
  }

  /** Returns the same for one service only. */
  public OracleSlo forService(String only) {
    return new OracleSlo(name, displayName, only, target, windowDays, total, good);
  }

  boolean holdsFor(String seen) {
    return service.equals("*") || service.equals(seen);
  }

  /** Returns 1 - target, exactly. */
  BigDecimal allowedBad() {
    return BigDecimal.ONE.subtract(target);
  }
}
