package dev.burnline.generate.incident;

import java.time.Instant;
import java.util.Optional;

/** Which lines carry the mark of an incident. */
public final class Impact {

  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;
  private long lines;
  private long requests;

  void line(long at) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    lines++;
  }

  void request(long at) {
    line(at);
    requests++;
  }

  /** Adds what another instance saw of the same incident. */
  public void add(Impact other) {
    first = Math.min(first, other.first);
    last = Math.max(last, other.last);
    lines += other.lines;
    requests += other.requests;
  }

  /** Returns the timestamp of the first affected line, to the millisecond; empty for no line. */
  public Optional<Instant> first() {
    return lines == 0 ? Optional.empty() : Optional.of(instant(first));
  }

  /** Returns the timestamp of the last affected line, to the millisecond; empty for no line. */
  public Optional<Instant> last() {
    return lines == 0 ? Optional.empty() : Optional.of(instant(last));
  }

  /** Returns how many lines were affected, lost ones too. */
  public long lines() {
    return lines;
  }

  /** Returns how many requests were affected. */
  public long requests() {
    return requests;
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochMilli(Math.floorDiv(micros, 1000L));
  }
}
