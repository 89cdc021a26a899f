package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

/**
 * The process is alive, with its totals since the boot.
 *
 * @param totals what the requests add up to
 * @param logDroppedTotal lines that never reached the request log, not negative
 * @param rssMib resident memory of the process, MiB
 */
public record Heartbeat(Totals totals, long logDroppedTotal, double rssMib) implements LogEvent {

  public Heartbeat {
    requireNonNull(totals, "totals is null");
    Checks.notNegative(logDroppedTotal, "logDroppedTotal");
    Checks.measure(rssMib, "rssMib");
  }

  @Override
  public String event() {
    return "heartbeat";
  }

  @Override
  public Priority priority() {
    return Priority.ORDINARY;
  }

  @Override
  public void describe(Fields fields) {
    fields.count("started_total", totals.started());
    fields.count("finished_total", totals.finished());
    fields.count("rejected_total", totals.rejected());
    fields.count("tokens_total", totals.tokens());
    fields.count("in_flight", totals.inFlight());
    fields.count("queue_depth", totals.queueDepth());
    fields.count("log_dropped_total", logDroppedTotal);
    fields.measure("rss_mb", rssMib);
  }
}
