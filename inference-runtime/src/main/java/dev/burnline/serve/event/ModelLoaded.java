package dev.burnline.serve.event;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * The model's weights are in memory.
 *
 * @param model name of the model
 * @param modelSha256 SHA-256 of the weights, 64 hexadecimal digits in lower case
 * @param loadMillis how long loading took, finite and not negative
 * @param dtype element type, for example {@code bfloat16}
 * @param device for example {@code cuda:0} or {@code cpu}
 */
public record ModelLoaded(
    String model, String modelSha256, double loadMillis, String dtype, String device)
    implements LogEvent {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public ModelLoaded {
    model = Excerpt.name(model, "model");
    if (!SHA_256.matcher(requireNonNull(modelSha256, "modelSha256 is null")).matches()) {
      throw new IllegalArgumentException(
          "modelSha256 must be 64 lower-case hexadecimal digits, got '" + modelSha256 + "'");
    }
    Checks.measure(loadMillis, "loadMillis");
    dtype = Excerpt.name(dtype, "dtype");
    device = Excerpt.name(device, "device");
  }

  @Override
  public String event() {
    return "model.loaded";
  }

  @Override
  public void describe(Fields fields) {
    fields.text("model", model);
    fields.text("model_sha256", modelSha256);
    fields.measure("load_ms", loadMillis);
    fields.text("dtype", dtype);
    fields.text("device", device);
  }
}
