package dev.burnline.generate.server;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The queue and the slots. Bounded: at most {@code slots + queueLimit} requests are held. */
final class Engine {

  private static final long QUEUE_TIMEOUT_MICROS = 30_000_000;
  private static final long GENERATION_TIMEOUT_MICROS = 120_000_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final Profile profile;
  private final EventLog log;
  private final Gpu gpu;
  private final ArrayDeque<Job> waiting = new ArrayDeque<>();
  private final PriorityQueue<Job> leaving =
      new PriorityQueue<>(
          Comparator.<Job>comparingLong(job -> job.finishedAt)
              .thenComparingLong(job -> job.arrivedAt)
              .thenComparingLong(job -> job.seed));
  private Totals totals = new Totals();
  private long tokensOfFinished;
  private int running;
  private long wedgedUntil = Long.MIN_VALUE;

  Engine(Profile profile, EventLog log, Gpu gpu) {
    this.profile = profile;
    this.log = log;
    this.gpu = gpu;
  }

  /** When the next request leaves, starts or gives up waiting. */
  long next() {
    long next = leaving.isEmpty() ? NEVER : leaving.element().finishedAt;
    Job head = waiting.peek();
    if (head != null) {
      next = Math.min(next, head.arrivedAt + QUEUE_TIMEOUT_MICROS);
      if (running < profile.slots()) {
        next = Math.min(next, head.arrivedAt + head.holdMicros);
      }
    }
    return next;
  }

  void run(long now) throws IOException {
    if (!leaving.isEmpty() && leaving.element().finishedAt <= now) {
      leave(leaving.remove());
    } else if (!waiting.isEmpty() && waiting.element().arrivedAt + QUEUE_TIMEOUT_MICROS <= now) {
      Job job = waiting.remove();
      job.outcome = Outcome.QUEUE_TIMEOUT;
      job.outputTokens = 0;
      job.finishedAt = now;
      leave(job);
    }
    fill(now);
  }

  void accept(Job job, boolean draining) throws IOException {
    totals.started++;
    job.queueDepth = waiting.size();
    log.received(job);
    boolean wedged = job.arrivedAt < wedgedUntil;
    if (draining) {
      job.outcome = Outcome.SHUTDOWN;
    } else if (!job.outcome.isRefusal()
        && (waiting.size() >= profile.queueLimit()
            || (wedged && leaving.size() >= profile.slots() + profile.queueLimit()))) {
      job.outcome = Outcome.OVERLOADED;
    }
    if (job.outcome.isRefusal()) {
      job.outputTokens = 0;
      job.finishedAt = job.arrivedAt + 200 + (job.seed >>> 58) * 100;
      leaving.add(job);
    } else if (wedged) {
      // A deadlocked engine still takes requests in; it only never makes a token.
      begin(job, job.arrivedAt);
      giveUp(job, job.arrivedAt, wedgedUntil, Outcome.ENGINE_ERROR);
      leaving.add(job);
    } else {
      waiting.add(job);
      fill(job.arrivedAt);
    }
  }

  private void fill(long now) {
    while (running < profile.slots()
        && !waiting.isEmpty()
        && waiting.element().arrivedAt + waiting.element().holdMicros <= now) {
      Job job = waiting.remove();
      begin(job, now);
      plan(job);
      leaving.add(job);
    }
  }

  private void begin(Job job, long now) {
    gpu.busy(now, running);
    job.startedAt = now;
    job.runningAtStart = running;
    running++;
    // Requests share the device: with all slots taken each token takes nearly twice as long.
    double sharing = 1 + 0.9 * running / profile.slots();
    double jitter = 0.85 + 0.3 * (((job.seed >>> 40) & 0xFFFF) / 65536.0);
    double prefill = 18_000 + job.inputTokens * 1e6 / profile.prefillTokensPerSecond();
    job.prefillMicros = round(prefill * job.prefillFactor * (0.5 + sharing / 2) * jitter);
    job.tokenMicros = round(profile.tokenMicros() * job.decodeFactor * sharing * jitter);
  }

  private void plan(Job job) {
    long full = job.prefillMicros + job.outputTokens * job.tokenMicros;
    long hangUp = job.hangUpMicros == NEVER ? NEVER : job.arrivedAt + job.hangUpMicros;
    if (job.outcome == Outcome.CUDA_OOM) {
      // Memory runs out while the prompt is read: no token was made.
      job.finishedAt = job.startedAt + job.prefillMicros;
      job.outputTokens = 0;
      return;
    }
    if (job.outcome == Outcome.CUDA_ERROR || job.outcome == Outcome.ENGINE_ERROR) {
      job.outputTokens = job.outputTokens / 3;
      job.finishedAt = job.startedAt + job.prefillMicros + job.outputTokens * job.tokenMicros;
      return;
    }
    job.finishedAt = job.startedAt + full;
    if (hangUp < job.finishedAt) {
      giveUp(job, Math.max(hangUp, job.startedAt), hangUp, Outcome.CLIENT_DISCONNECT);
      job.finishedAt = Math.max(hangUp, job.startedAt);
    } else if (full > GENERATION_TIMEOUT_MICROS) {
      long end = job.startedAt + GENERATION_TIMEOUT_MICROS;
      giveUp(job, end, end, Outcome.GENERATION_TIMEOUT);
    }
  }

  /** Ends a running request with the tokens that it has at {@code now}. */
  private static void giveUp(Job job, long now, long end, Outcome outcome) {
    job.finishedAt = Long.MAX_VALUE;
    job.outputTokens = job.tokensAt(now);
    job.finishedAt = end;
    job.outcome = outcome;
  }

  private void leave(Job job) throws IOException {
    if (job.started()) {
      gpu.busy(job.finishedAt, running);
      running--;
    }
    totals.finished++;
    if (job.outcome.status().equals("rejected")) {
      totals.rejected++;
    }
    tokensOfFinished += job.outputTokens;
    GpuReading reading = gpu.read(job.finishedAt, running + (job.started() ? 1 : 0));
    if (job.outcome == Outcome.CUDA_OOM) {
      reading.usedMb = GpuReading.TOTAL_MB - 312;
    }
    log.finished(job, reading);
  }

  /** Stops every running request until {@code until}, when the watchdog gives them up. */
  void wedge(Order.Wedge order) {
    wedgedUntil = order.until();
    for (Job job : waiting) {
      begin(job, order.at());
      leaving.add(job);
    }
    waiting.clear();
    endRunning(order.at(), order.until(), Outcome.ENGINE_ERROR, order.by());
  }

  /** Ends every running request at once. */
  void fail(Order.Fail order) {
    endRunning(order.at(), order.at(), order.outcome(), order.by());
  }

  /** Ends what is still in flight when draining has lasted too long. */
  void cutDrain(long now) throws IOException {
    for (Job job : takeAll()) {
      if (job.started()) {
        giveUp(job, now, now, Outcome.SHUTDOWN);
      } else {
        job.outputTokens = 0;
        job.outcome = Outcome.SHUTDOWN;
        job.finishedAt = now;
      }
      leave(job);
    }
  }

  private void endRunning(long now, long end, Outcome outcome, Effect by) {
    List<Job> jobs = new ArrayList<>(leaving);
    leaving.clear();
    for (Job job : jobs) {
      if (job.started()) {
        giveUp(job, now, end, outcome);
        job.touchedBy(by);
      }
      leaving.add(job);
    }
  }

  /** Moves every end behind a pause. */
  void shift(Order.Pause order) {
    List<Job> jobs = new ArrayList<>(leaving);
    leaving.clear();
    long pause = order.until() - order.at();
    for (Job job : jobs) {
      job.finishedAt += pause;
      job.touchedBy(order.by());
      leaving.add(job);
    }
  }

  /** Forgets everything in flight and all totals, as a dying process does. */
  List<Job> takeAll() {
    List<Job> all = new ArrayList<>(leaving);
    all.sort(leaving.comparator());
    all.addAll(waiting);
    leaving.clear();
    waiting.clear();
    return all;
  }

  void reboot(long now) {
    gpu.busy(now, running);
    totals = new Totals();
    tokensOfFinished = 0;
    running = 0;
    wedgedUntil = Long.MIN_VALUE;
  }

  int inFlight() {
    return leaving.size() + waiting.size();
  }

  int running() {
    return running;
  }

  Totals totals(long now) {
    totals.queueDepth = waiting.size();
    totals.tokens = tokensOfFinished;
    for (Job job : leaving) {
      totals.tokens += job.tokensAt(now);
    }
    return totals;
  }

  private static long round(double micros) {
    return Math.max(1, (long) (micros / 100 + 0.5)) * 100;
  }
}
