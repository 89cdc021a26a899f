package dev.burnline.generate.line;

import dev.burnline.generate.prompt.Prompt;
import dev.burnline.generate.prompt.Prompts;
import dev.burnline.generate.server.GpuReading;
import dev.burnline.generate.server.Job;
import dev.burnline.generate.server.Outcome;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fields of {@code request.finished}; the smallest line has the first of them. */
final class FinishedLine {

  private static final Prompt UNREADABLE = new Prompt("", "", 0, "");

  private final String model;
  private final Prompts prompts;
  private final TimeText times;
  private final MessageDigest sha256;

  FinishedLine(String model, Prompts prompts, TimeText times) {
    this.model = model;
    this.prompts = prompts;
    this.times = times;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String level(Outcome outcome) {
    if (outcome == Outcome.SUCCESS) {
      return "INFO";
    }
    return outcome.status().equals("error") && outcome.httpStatus() >= 500 ? "ERROR" : "WARNING";
  }

  /** Returns the contract's finish reason; empty when nothing was begun. */
  static String finishReason(Job job) {
    return switch (job.outcome) {
      case SUCCESS ->
          job.repeats ? "repetition" : job.outputTokens >= job.maxTokens ? "length" : "stop";
      case CLIENT_DISCONNECT, GENERATION_TIMEOUT -> "abort";
      case CUDA_OOM, CUDA_ERROR, ENGINE_ERROR -> "error";
      case SHUTDOWN -> job.started() ? "abort" : "";
      case VALIDATION, MALFORMED_JSON, CONTEXT_LENGTH, OVERLOADED, QUEUE_TIMEOUT -> "";
    };
  }

  int promptChars(Job job) {
    return prompt(job).chars();
  }

  /** Writes the fields that even the smallest line has; times of the line go before them. */
  Prompt writeSmallest(JsonLine line, Job job) {
    long duration = job.finishedAt - job.arrivedAt;
    Prompt prompt = prompt(job);
    line.hex("request_id", Ids.request(job), 16)
        .text("prompt_truncated", prompt.truncated())
        .text("response_truncated", prompt.response())
        .decimal("duration_ms", duration / 100, 1);
    if (job.outcome == Outcome.MALFORMED_JSON) {
      line.nothing("input_tokens");
    } else {
      line.number("input_tokens", job.inputTokens);
    }
    line.number("output_tokens", job.outputTokens);
    if (job.outputTokens > 0) {
      line.decimal("throughput_tps", Math.round(job.outputTokens * 1e8 / duration), 2);
    } else {
      line.nothing("throughput_tps");
    }
    return prompt;
  }

  void write(JsonLine line, Job job, GpuReading gpu) {
    Prompt prompt = writeSmallest(line, job);
    boolean failed = job.outcome != Outcome.SUCCESS;
    line.text("status", job.outcome.status()).number("http_status", job.outcome.httpStatus());
    line.textOrNull("error_type", failed ? job.outcome.errorType() : "")
        .textOrNull("error_message", failed ? job.outcome.message() : "")
        .textOrNull("finish_reason", finishReason(job))
        .text("operation", "chat")
        .text("model", model)
        .flag("stream", job.stream)
        .number("max_tokens", job.maxTokens)
        .decimal("temperature", job.temperatureHundredths, 2)
        .decimal("top_p", 95, 2)
        .nothing("seed")
        .text("received_at", times.millis(job.arrivedAt));
    writeTimes(line, job);
    line.number("queue_depth_at_arrival", job.queueDepth);
    if (job.started()) {
      line.number("running_at_start", job.runningAtStart);
    } else {
      line.nothing("running_at_start");
    }
    line.number("gpu_index", 0)
        .number("gpu_mem_used_mb", (long) gpu.usedMb)
        .number("gpu_mem_total_mb", GpuReading.TOTAL_MB)
        .number("gpu_util_pct", (long) gpu.utilPct)
        .number("prompt_chars", prompt.chars())
        .text("prompt_sha256", hash(job));
    if (job.outputTokens > 0) {
      line.decimal("repetition_ratio", Math.round(job.repetitionRatio * 1000), 3);
    } else {
      line.nothing("repetition_ratio");
    }
    line.text("tenant", job.tenant).text("route", "/v1/chat/completions");
  }

  private static void writeTimes(JsonLine line, Job job) {
    if (!job.started()) {
      // Whoever never got a slot has waited all the time, unless it was turned away on arrival.
      boolean waited = job.outcome == Outcome.QUEUE_TIMEOUT;
      line.nothing("ttft_ms").nothing("tpot_ms").nothing("itl_max_ms");
      line.decimal("queue_ms", waited ? (job.finishedAt - job.arrivedAt) / 100 : 0, 1);
      line.nothing("prefill_ms").nothing("decode_ms");
      return;
    }
    long queue = job.startedAt - job.arrivedAt;
    long ran = job.finishedAt - job.startedAt;
    long prefill = Math.min(job.prefillMicros, ran);
    long decode = ran - prefill;
    if (job.outputTokens > 0) {
      line.decimal("ttft_ms", (queue + prefill + job.tokenMicros) / 100, 1);
    } else {
      line.nothing("ttft_ms");
    }
    if (job.outputTokens > 1) {
      long gaps = job.outputTokens - 1L;
      long perToken = (decode - job.tokenMicros) / gaps;
      long longest = (long) (perToken * (1.2 + ((job.seed >>> 44) & 0xFF) / 90.0));
      line.decimal("tpot_ms", perToken, 3);
      line.decimal("itl_max_ms", Math.min(longest, decode) / 100, 1);
    } else {
      line.nothing("tpot_ms").nothing("itl_max_ms");
    }
    line.decimal("queue_ms", queue / 100, 1)
        .decimal("prefill_ms", prefill / 100, 1)
        .decimal("decode_ms", decode / 100, 1);
  }

  private Prompt prompt(Job job) {
    return job.outcome == Outcome.MALFORMED_JSON
        ? UNREADABLE
        : prompts.prompt(job.promptSeed, job.inputTokens, job.seed, job.outputTokens);
  }

  /** The seed stands for the whole prompt, which exists only as far as a line shows it. */
  private String hash(Job job) {
    ByteBuffer seed = ByteBuffer.allocate(Long.BYTES).putLong(job.promptSeed);
    return HexFormat.of().formatHex(sha256.digest(seed.array()));
  }
}
