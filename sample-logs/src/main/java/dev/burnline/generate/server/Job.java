package dev.burnline.generate.server;

import java.util.ArrayList;
import java.util.List;

/**
 * One request on its way through the server. Mutable and short-lived: incidents shape it on
 * arrival, the engine fills in the times, the log reads it.
 */
public final class Job {

  /** Seed of everything that is drawn for this request alone. */
  public final long seed;

  /** Seed of the prompt; requests that repeat a prompt share it. */
  public long promptSeed;

  /** When it came, epoch microseconds. */
  public final long arrivedAt;

  /** Tokens of the prompt. */
  public int inputTokens;

  /** Tokens that were or will be generated. */
  public int outputTokens;

  /** The client's limit on the answer. */
  public int maxTokens;

  /** Sampling temperature in hundredths. */
  public int temperatureHundredths;

  /** Whether the answer is streamed. */
  public boolean stream;

  /** Share of repeated n-grams in the answer, 0 to 1. */
  public double repetitionRatio;

  /** Whether generation ended because the answer ran in circles. */
  public boolean repeats;

  /** Which tenant asks. */
  public String tenant = "";

  /** How it ends. */
  public Outcome outcome = Outcome.SUCCESS;

  /** How much longer than normal reading the prompt takes. */
  public double prefillFactor = 1;

  /** How much longer than normal each token takes. */
  public double decodeFactor = 1;

  /** Least time in the queue, even when a slot is free. */
  public long holdMicros;

  /** Hangs up this long after arrival; {@link Long#MAX_VALUE} for never. */
  public long hangUpMicros = Long.MAX_VALUE;

  /** Waiting requests on arrival. */
  public int queueDepth;

  /** Requests that already ran when this one started. */
  public int runningAtStart;

  /** Start of prefill, epoch microseconds; -1 before it. */
  public long startedAt = -1;

  /** Length of prefill. */
  public long prefillMicros;

  /** Time between two tokens. */
  public long tokenMicros;

  /** When it ends or ended, epoch microseconds. */
  public long finishedAt;

  /** Whether the line of its arrival stands in the log. */
  public boolean receivedWritten;

  private final List<Effect> effects = new ArrayList<>(0);

  /** Makes a request that arrives at the given time. */
  public Job(long seed, long arrivedAt) {
    this.seed = seed;
    this.arrivedAt = arrivedAt;
  }

  /** Notes that an incident has changed this request. */
  public void touchedBy(Effect effect) {
    effects.add(effect);
  }

  /** Returns the incidents that have changed this request. */
  public List<Effect> effects() {
    return effects;
  }

  /** Returns whether it took a slot. */
  public boolean started() {
    return startedAt >= 0;
  }

  /** Returns how many tokens there are at this time, at most {@link #outputTokens}. */
  public int tokensAt(long at) {
    if (!started() || at <= startedAt + prefillMicros) {
      return 0;
    }
    if (at >= finishedAt) {
      return outputTokens;
    }
    return (int) Math.min(outputTokens, (at - startedAt - prefillMicros) / tokenMicros);
  }
}
