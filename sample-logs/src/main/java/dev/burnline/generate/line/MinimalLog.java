package dev.burnline.generate.line;

import dev.burnline.generate.chance.Draws;
import dev.burnline.generate.prompt.Prompts;
import dev.burnline.generate.server.Effect;
import dev.burnline.generate.server.EventKind;
import dev.burnline.generate.server.EventLog;
import dev.burnline.generate.server.GpuReading;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Order;
import dev.burnline.generate.server.Outcome;
import dev.burnline.generate.server.Profile;
import dev.burnline.generate.server.Totals;
import dev.burnline.generate.truth.ServiceTruth;
import java.io.IOException;
import java.util.List;

/**
 * Writes the smallest request line of the contract and nothing else, spelled as a Python service
 * with a JSON formatter spells it: spaces, ASCII escapes, microseconds, {@code +00:00}.
 */
public final class MinimalLog implements EventLog {

  private final String service;
  private final Pen pen;
  private final TimeText times = new TimeText();
  private final JsonLine line = new JsonLine(JsonLine.Style.PYTHON);
  private final FinishedLine finishedLine;

  /** Prepares the log of one instance. */
  public MinimalLog(
      Profile profile,
      Prompts prompts,
      LineSink sink,
      ServiceTruth truth,
      List<? extends Effect> effects,
      long seed) {
    this.service = profile.service();
    this.pen = new Pen(sink, truth, effects, Draws.seed(seed, "fates"));
    this.finishedLine = new FinishedLine(profile.service(), prompts, times);
  }

  @Override
  public void finished(Job job, GpuReading gpu) throws IOException {
    boolean failed = job.outcome != Outcome.SUCCESS;
    // The line has no status: the level alone tells a failure.
    line.begin()
        .text("timestamp", times.python(job.finishedAt))
        .text("level", failed ? "ERROR" : "INFO")
        .text("service", service);
    finishedLine.writeSmallest(line, job);
    if (pen.write(line, EventKind.FINISHED, job.finishedAt)) {
      int inputTokens = job.outcome == Outcome.MALFORMED_JSON ? -1 : job.inputTokens;
      pen.truth()
          .at(job.finishedAt)
          .request(failed ? "error" : "success", "", "", inputTokens, job.outputTokens);
      job.effects().forEach(effect -> effect.mark(job.finishedAt, EventKind.FINISHED));
    }
  }

  @Override
  public void rubbish(Order.Rubbish rubbish) throws IOException {
    pen.unusable(rubbish);
  }

  @Override
  public void abandoned(Job job) {
    job.effects().forEach(effect -> effect.mark(job.arrivedAt, EventKind.FINISHED));
  }

  @Override
  public void starting(long at, Ending previous) {}

  @Override
  public void crashDetected(long at, int exitCode) {}

  @Override
  public void loaded(long at, String modelSha256, double loadMillis) {}

  @Override
  public void phase(long at, EventKind kind, int inFlight) {}

  @Override
  public void received(Job job) {}

  @Override
  public void sample(long at, GpuReading gpu, List<Effect> by) {}

  @Override
  public void heartbeat(long at, Totals totals) {}
}
