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

/** Writes every event of the request log contract, version 1. */
public final class ContractLog implements EventLog {

  private static final String VERSION = "0.1.0";

  private final Profile profile;
  private final Pen pen;
  private final Draws boots;
  private final TimeText times = new TimeText();
  private final JsonLine line = new JsonLine(JsonLine.Style.COMPACT);
  private final FinishedLine finishedLine;
  private String bootId = "";
  private String previousBootId = "";
  private long seq;

  /**
   * Prepares the log of one instance.
   *
   * @param effects asked about the fate of every line
   */
  public ContractLog(
      Profile profile,
      Prompts prompts,
      LineSink sink,
      ServiceTruth truth,
      List<? extends Effect> effects,
      long seed) {
    this.profile = profile;
    this.pen = new Pen(sink, truth, effects, Draws.seed(seed, "fates"));
    this.boots = new Draws(Draws.seed(seed, "boot ids"));
    this.finishedLine = new FinishedLine(profile.service(), prompts, times);
  }

  @Override
  public void starting(long at, Ending previous) throws IOException {
    previousBootId = bootId;
    bootId = Ids.uuid(boots);
    seq = 0;
    pen.newBoot();
    begin(at, previous == Ending.CRASH ? "WARNING" : "INFO", EventKind.STARTING);
    line.text("app_version", VERSION);
    if (previous != Ending.NONE) {
      line.flag("previous_clean", previous == Ending.CLEAN);
    }
    pen.write(line, EventKind.STARTING, at);
  }

  @Override
  public void crashDetected(long at, int exitCode) throws IOException {
    begin(at, "ERROR", EventKind.CRASH_DETECTED);
    line.text("previous_boot_id", previousBootId);
    if (exitCode >= 0) {
      line.number("exit_code", exitCode);
    }
    pen.write(line, EventKind.CRASH_DETECTED, at);
  }

  @Override
  public void loaded(long at, String modelSha256, double loadMillis) throws IOException {
    begin(at, "INFO", EventKind.LOADED);
    line.text("model", profile.service())
        .text("model_sha256", modelSha256)
        .decimal("load_ms", Math.round(loadMillis * 10), 1)
        .text("dtype", "bfloat16")
        .text("device", "cuda:0");
    pen.write(line, EventKind.LOADED, at);
  }

  @Override
  public void phase(long at, EventKind kind, int inFlight) throws IOException {
    begin(at, "INFO", kind);
    line.number("in_flight", inFlight);
    if (kind == EventKind.STOPPED) {
      line.flag("clean", true);
    }
    pen.write(line, kind, at);
  }

  @Override
  public void received(Job job) throws IOException {
    begin(job.arrivedAt, "INFO", EventKind.RECEIVED);
    line.hex("request_id", Ids.request(job), 16);
    line.number("prompt_chars", finishedLine.promptChars(job));
    job.receivedWritten = pen.write(line, EventKind.RECEIVED, job.arrivedAt);
  }

  @Override
  public void finished(Job job, GpuReading gpu) throws IOException {
    begin(job.finishedAt, FinishedLine.level(job.outcome), EventKind.FINISHED);
    finishedLine.write(line, job, gpu);
    if (pen.write(line, EventKind.FINISHED, job.finishedAt)) {
      boolean failed = job.outcome != Outcome.SUCCESS;
      pen.truth()
          .at(job.finishedAt)
          .request(
              job.outcome.status(),
              failed ? job.outcome.errorType() : "",
              FinishedLine.finishReason(job),
              job.outcome == Outcome.MALFORMED_JSON ? -1 : job.inputTokens,
              job.outputTokens);
      job.effects().forEach(effect -> effect.mark(job.finishedAt, EventKind.FINISHED));
    } else if (job.receivedWritten) {
      pen.truth().at(job.arrivedAt).unfinished();
    }
  }

  @Override
  public void abandoned(Job job) {
    if (job.receivedWritten) {
      pen.truth().at(job.arrivedAt).unfinished();
    }
    job.effects().forEach(effect -> effect.mark(job.arrivedAt, EventKind.FINISHED));
  }

  @Override
  public void sample(long at, GpuReading gpu, List<Effect> by) throws IOException {
    begin(at, gpu.xid > 0 ? "ERROR" : "INFO", EventKind.GPU_SAMPLE);
    line.number("gpu_index", 0)
        .number("gpu_mem_used_mb", (long) gpu.usedMb)
        .number("gpu_mem_total_mb", GpuReading.TOTAL_MB)
        .number("gpu_util_pct", (long) gpu.utilPct)
        .number("gpu_temp_c", (long) gpu.tempC)
        .decimal("gpu_power_w", gpu.powerTenthsW, 1);
    if (gpu.xid > 0) {
      line.number("gpu_xid", gpu.xid);
    } else {
      line.nothing("gpu_xid");
    }
    if (pen.write(line, EventKind.GPU_SAMPLE, at)) {
      by.forEach(effect -> effect.mark(at, EventKind.GPU_SAMPLE));
    }
  }

  @Override
  public void heartbeat(long at, Totals totals) throws IOException {
    begin(at, "INFO", EventKind.HEARTBEAT);
    line.number("started_total", totals.started)
        .number("finished_total", totals.finished)
        .number("rejected_total", totals.rejected)
        .number("tokens_total", totals.tokens)
        .number("in_flight", totals.inFlight())
        .number("queue_depth", totals.queueDepth)
        .number("log_dropped_total", pen.dropped())
        .number("rss_mb", totals.rssMb);
    pen.write(line, EventKind.HEARTBEAT, at);
  }

  @Override
  public void rubbish(Order.Rubbish rubbish) throws IOException {
    pen.unusable(rubbish);
  }

  private void begin(long at, String level, EventKind kind) {
    line.begin()
        .text("timestamp", times.millis(at))
        .text("level", level)
        .text("service", profile.service())
        .text("event", kind.text())
        .text("boot_id", bootId)
        .number("seq", ++seq)
        .text("instance", profile.instance());
  }
}
