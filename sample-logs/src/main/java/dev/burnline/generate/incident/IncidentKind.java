package dev.burnline.generate.incident;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can happen: the failure patterns by their names, and three faults of the log itself. */
public enum IncidentKind {
  /** Latency rises while the GPU idles. */
  LATENCY_SPIKE_GPU_IDLE("PT15M", 0.5, 6, false),
  /** Memory rises for hours. */
  GPU_MEMORY_GROWTH("PT5H", 0.5, 0, false),
  /** Memory is nearly used up. */
  GPU_MEMORY_HIGH("PT20M", 0.5, 0, false),
  /** Memory runs out. */
  CUDA_OOM("PT12M", 0.3, 0.8, false),
  /** The device fails. */
  GPU_DEVICE_FAULT("PT1M", 0.5, 0, false),
  /** The process dies. */
  PROCESS_CRASH("PT10S", 0.5, 0, true),
  /** Requests without an end. */
  LOST_REQUESTS("PT20M", 0.3, 3, false),
  /** Tokens come slowly. */
  THROUGHPUT_COLLAPSE("PT30M", 0.5, 5, true),
  /** Deadlock. */
  WEDGED("PT4M", 0.5, 2, false),
  /** No lines at all. */
  SILENT_GAP("PT5M", 0.5, 0, true),
  /** Endless answers. */
  RUNAWAY_GENERATION("PT30M", 0.5, 5, false),
  /** Too many for the slots. */
  QUEUE_BACKLOG("PT15M", 0.5, 6, false),
  /** Slow after a start. */
  COLD_START("PT5M", 0.5, 6, false),
  /** A client sends rubbish. */
  MALFORMED_INPUT_BURST("PT15M", 0.5, 12, false),
  /** A client's time-out. */
  DISCONNECT_STORM("PT15M", 0.5, 6, false),
  /** Requests fail. */
  ERROR_BURST("PT15M", 0.3, 6, true),
  /** Slower day by day. */
  SLOW_DEGRADATION("P6D", 0.5, 0, true),
  /** Lines that no reader can use. */
  UNUSABLE_LINES("PT2H", 0.5, 0, true),
  /** Lines that are gone. */
  LOST_LINES("PT30M", 0.2, 0, false),
  /** Lines that come twice. */
  REPEATED_LINES("PT30M", 0.2, 0, false);

  private final Duration duration;
  private final double intensity;
  private final double requestsPerMinute;
  private final boolean visibleInMinimalLines;

  IncidentKind(
      String duration, double intensity, double requestsPerMinute, boolean visibleInMinimalLines) {
    this.duration = Duration.parse(duration);
    this.intensity = intensity;
    this.requestsPerMinute = requestsPerMinute;
    this.visibleInMinimalLines = visibleInMinimalLines;
  }

  /** Returns the name as incident files and reports write it. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the kind of this name; empty when there is none. */
  public static Optional<IncidentKind> of(String text) {
    return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
  }

  /** Returns how long it lasts when the file does not say. */
  public Duration usualDuration() {
    return duration;
  }

  /** Returns its intensity when the file does not say. */
  public double usualIntensity() {
    return intensity;
  }

  /** Returns the requests that it adds per minute when the file does not say. */
  public double usualRequestsPerMinute() {
    return requestsPerMinute;
  }

  /** Returns whether a service that writes only the smallest line can show it. */
  public boolean visibleInMinimalLines() {
    return visibleInMinimalLines;
  }
}
