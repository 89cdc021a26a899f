package dev.burnline.generate.incident;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One scheduled incident.
 *
 * @param kind what happens
 * @param service whose service; {@code *} for all that can have it
 * @param instance one instance of it, host:port; empty for all
 * @param start first moment
 * @param end first moment after it
 * @param intensity 0 to 1, what it means depends on the kind
 * @param requestsPerMinute requests that come on top of the ordinary ones while it lasts
 * @param errorType how requests fail in an {@code error_burst}; empty for the default
 * @param xid the Xid of a {@code gpu_device_fault}
 * @param count how many unusable lines, for {@code unusable_lines}
 */
public record Incident(
    IncidentKind kind,
    String service,
    String instance,
    Instant start,
    Instant end,
    double intensity,
    double requestsPerMinute,
    String errorType,
    int xid,
    int count) {

  /** Checks order and ranges. */
  public Incident {
    requireNonNull(kind, "kind is null");
    requireNonNull(service, "service is null");
    requireNonNull(instance, "instance is null");
    requireNonNull(errorType, "errorType is null");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("incident " + kind + ": duration must be positive");
    }
    if (!(intensity >= 0 && intensity <= 1)) {
      throw new IllegalArgumentException("incident " + kind + ": intensity out of [0, 1]");
    }
  }

  /** Returns whether it concerns this instance of this service. */
  public boolean concerns(String ofService, String ofInstance) {
    return (service.equals("*") || service.equals(ofService))
        && (instance.isEmpty() || instance.equals(ofInstance));
  }

  /** Makes its effect on one instance. */
  public Episode begin() {
    return switch (kind) {
      case LATENCY_SPIKE_GPU_IDLE -> new LatencySpikeGpuIdle(this);
      case GPU_MEMORY_GROWTH -> new GpuMemoryGrowth(this);
      case GPU_MEMORY_HIGH -> new GpuMemoryHigh(this);
      case CUDA_OOM -> new CudaOom(this);
      case GPU_DEVICE_FAULT -> new GpuDeviceFault(this);
      case PROCESS_CRASH -> new ProcessCrash(this);
      case LOST_REQUESTS -> new LostRequests(this);
      case THROUGHPUT_COLLAPSE -> new ThroughputCollapse(this);
      case WEDGED -> new Wedged(this);
      case SILENT_GAP -> new SilentGap(this);
      case RUNAWAY_GENERATION -> new RunawayGeneration(this);
      case QUEUE_BACKLOG -> new QueueBacklog(this);
      case COLD_START -> new ColdStart(this);
      case MALFORMED_INPUT_BURST -> new MalformedInputBurst(this);
      case DISCONNECT_STORM -> new DisconnectStorm(this);
      case ERROR_BURST -> new ErrorBurst(this);
      case SLOW_DEGRADATION -> new SlowDegradation(this);
      case UNUSABLE_LINES -> new UnusableLines(this);
      case LOST_LINES -> new LostLines(this);
      case REPEATED_LINES -> new RepeatedLines(this);
    };
  }

  long startMicros() {
    return Math.multiplyExact(start.toEpochMilli(), 1000L);
  }

  long endMicros() {
    return Math.multiplyExact(end.toEpochMilli(), 1000L);
  }
}
