package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A request has ended: the line from which all indicators are computed.
 *
 * @param requestId the request, at most 256 code points are kept
 * @param outcome how it ended
 * @param parameters what was asked for, as far as it is known
 * @param prompt the prompt; null when the request could not be read
 * @param answer what the model made of it
 * @param timings how long it took
 * @param load what else was going on
 * @param gpu the GPU at the end; null without one
 */
public record RequestFinished(
    String requestId,
    Outcome outcome,
    RequestParameters parameters,
    @Nullable Prompt prompt,
    Answer answer,
    Timings timings,
    Load load,
    @Nullable GpuReading gpu)
    implements LogEvent {

  public RequestFinished {
    requestId = Excerpt.name(requestId, "requestId");
    requireNonNull(outcome, "outcome is null");
    requireNonNull(parameters, "parameters is null");
    requireNonNull(answer, "answer is null");
    requireNonNull(timings, "timings is null");
    requireNonNull(load, "load is null");
  }

  @Override
  public String event() {
    return "request.finished";
  }

  @Override
  public Level level() {
    return outcome.level();
  }

  @Override
  public void describe(Fields fields) {
    fields.text("request_id", requestId);
    outcome.describe(fields);
    fields.text("prompt_truncated", prompt == null ? "" : prompt.truncated());
    fields.text("response_truncated", answer.responseTruncated());
    fields.countOrNull("input_tokens", answer.inputTokens());
    fields.countOrNull("output_tokens", answer.outputTokens());
    timings.describe(fields, answer.outputTokens() == null ? 0 : answer.outputTokens());
    parameters.describe(fields);
    load.describe(fields);
    if (prompt != null) {
      prompt.describe(fields);
    }
    fields.measure("repetition_ratio", answer.repetitionRatio());
    if (gpu != null) {
      gpu.describe(fields);
    }
  }
}
