package dev.burnline.generate.incident;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.server.Effect;
import dev.burnline.generate.server.EventKind;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Outcome;
import java.util.ArrayList;
import java.util.List;

/** An incident as one instance has it. Each kind overrides what it changes. */
public abstract class Episode implements Effect {

  private static final double MICROS_PER_MINUTE = 60_000_000;

  private final Incident incident;
  private final Impact impact = new Impact();

  Episode(Incident incident) {
    this.incident = incident;
  }

  /** Returns what was scheduled. */
  public final Incident incident() {
    return incident;
  }

  /** Returns which lines it has touched so far. */
  public final Impact impact() {
    return impact;
  }

  @Override
  public final void mark(long at, EventKind kind) {
    if (kind == EventKind.FINISHED) {
      impact.request(at);
    } else {
      impact.line(at);
    }
  }

  @Override
  public List<Long> extraArrivals() {
    List<Long> times = new ArrayList<>();
    if (incident.requestsPerMinute() > 0) {
      double gap = MICROS_PER_MINUTE / incident.requestsPerMinute();
      Draws jitter = new Draws(Draws.seed(start(), incident.kind().text()));
      for (double at = start(); at < end(); at += gap) {
        double time = Math.min(at + gap * 0.8 * jitter.unit(), end() - 100.0);
        times.add(((long) (time / 100)) * 100);
      }
    }
    return times;
  }

  @Override
  public final void meet(Job job, Draws draws) {
    if (active(job.arrivedAt) && shape(job, draws)) {
      job.touchedBy(this);
    }
  }

  /** Shapes a request that arrives while it lasts; returns whether anything was changed. */
  boolean shape(Job job, Draws draws) {
    return false;
  }

  final boolean active(long at) {
    return at >= start() && at < end();
  }

  final long start() {
    return incident.startMicros();
  }

  final long end() {
    return incident.endMicros();
  }

  final double intensity() {
    return incident.intensity();
  }

  /** Returns a value between the two ends, by intensity. */
  final double scale(double mild, double severe) {
    return mild + (severe - mild) * intensity();
  }

  static boolean ordinary(Job job) {
    return job.outcome == Outcome.SUCCESS && job.hangUpMicros == Long.MAX_VALUE;
  }
}
