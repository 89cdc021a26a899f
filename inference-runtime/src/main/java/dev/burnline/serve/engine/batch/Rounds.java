package dev.burnline.serve.engine.batch;

import dev.burnline.serve.engine.GenerationEnd;
import dev.burnline.serve.engine.sampling.SamplerMemory;
import dev.burnline.serve.model.LanguageModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the model thread does. A round: requests that ended make room, waiting ones enter, each that
 * is generating gets one token, then a bounded piece of the prompts is read.
 *
 * <p>A request reserves its whole prompt and most output of the key-value budget when it enters, so
 * that no request at work ever has to give way to another.
 */
final class Rounds {

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final LanguageModel model;
  private final EngineSettings settings;
  private final Admission admission;
  private final WaitingLine line;
  private final Pulse pulse;
  private final LongSupplier nanoTime;
  private final SamplerMemory memory;
  private final PrefillTurns turns;
  private final Steps steps;
  private final List<Run> runs = new ArrayList<>();
  private long reservedTokens;
  private boolean broken;

  Rounds(
      LanguageModel model,
      EngineSettings settings,
      Admission admission,
      WaitingLine line,
      Pulse pulse,
      LongSupplier nanoTime) {
    this.model = model;
    this.settings = settings;
    this.admission = admission;
    this.line = line;
    this.pulse = pulse;
    this.nanoTime = nanoTime;
    this.memory = new SamplerMemory(model.description().vocabulary());
    this.turns = new PrefillTurns(settings.prefillTokens());
    this.steps = new Steps(model, this::failAll, pulse);
  }

  /** Makes one round and returns whether any request is left. */
  boolean next() {
    if (broken) {
      // The failure of a round failed itself: nobody knows how far its requests came.
      failAll(Ends.LOST);
      leave();
    }
    broken = true;
    try {
      leave();
      enter();
      steps.run(decoding());
      steps.run(turns.next(reading()));
      leave();
    } catch (Throwable e) {
      failAll(Ends.engineError(e));
      leave();
      LOG.error("a round failed, all requests at work fail", e);
    }
    broken = false;
    return !runs.isEmpty() || line.size() > 0;
  }

  /** Frees all sequences, whatever their requests still wait for. */
  void stop() {
    runs.forEach(Run::dropSequence);
    runs.clear();
    reservedTokens = 0;
    report();
  }

  private void enter() {
    while (runs.size() < settings.slots()) {
      Ticket ticket = line.next(settings.cacheTokens() - reservedTokens);
      if (ticket == null) {
        return;
      }
      long now = nanoTime.getAsLong();
      ticket.endWhenDue(now);
      Run run = ticket.hasEnded() ? null : begin(ticket);
      if (run != null) {
        runs.add(run);
        reservedTokens += run.reservedTokens();
        report();
        ticket.begin(now);
      }
    }
  }

  private @Nullable Run begin(Ticket ticket) {
    try {
      return new Run(
          ticket,
          admission.mostOutput(ticket.request()),
          model.codec(),
          memory,
          settings.repetition());
    } catch (Throwable e) {
      ticket.end(Ends.engineError(e));
      LOG.warn("a request cannot begin, it fails", e);
      return null;
    }
  }

  private void leave() {
    long now = nanoTime.getAsLong();
    Iterator<Run> all = runs.iterator();
    while (all.hasNext()) {
      Run run = all.next();
      run.ticket().endWhenDue(now);
      if (run.ticket().hasEnded()) {
        run.dropSequence();
        reservedTokens -= run.reservedTokens();
        all.remove();
        report();
      }
    }
  }

  private List<Slice> decoding() {
    List<Slice> slices = new ArrayList<>(runs.size());
    for (Run run : runs) {
      if (run.decodes()) {
        slices.add(new Slice(run, 1));
      }
    }
    return slices;
  }

  private List<Run> reading() {
    List<Run> reading = new ArrayList<>();
    for (Run run : runs) {
      if (!run.decodes() && !run.ticket().hasEnded()) {
        reading.add(run);
      }
    }
    return reading;
  }

  private void failAll(GenerationEnd end) {
    runs.forEach(run -> run.ticket().end(end));
  }

  private void report() {
    pulse.atWork(runs.size(), (double) reservedTokens / settings.cacheTokens());
  }
}
