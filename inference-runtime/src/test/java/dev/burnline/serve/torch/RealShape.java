package dev.burnline.serve.torch;

import com.sun.management.OperatingSystemMXBean;
import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import dev.burnline.serve.model.LanguageModel;
import dev.burnline.serve.model.Sequence;
import dev.burnline.serve.model.Step;
import dev.burnline.serve.model.Tokens;
import dev.burnline.serve.text.TinyTokenizer;
import dev.burnline.serve.weights.NamedTensor;
import dev.burnline.serve.weights.SafetensorsWriter;
import dev.burnline.serve.weights.TensorType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes a model of the shape of DeepSeek-R1-Distill-Qwen-1.5B with random weights (3.6 GB in two
 * shards), loads it, generates, and prints what that took. Arguments: a folder (kept if it holds
 * weights), {@code auto}, {@code float32} or {@code bfloat16}, and the number of threads.
 */
public final class RealShape {

  private static final int LAYERS = 28;
  private static final int VOCABULARY = 151_936;
  private static final long SHARD_BYTES = 2_500_000_000L;
  private static final int ANSWER_TOKENS = 12;
  private static final double NANOS = 1e9;

  private RealShape() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    LoadOptions.Dtype dtype = LoadOptions.Dtype.valueOf(arguments[1].toUpperCase(Locale.ROOT));
    int threads = Integer.parseInt(arguments[2]);
    if (!Files.exists(folder.resolve("model.safetensors.index.json"))) {
      write(folder);
    }
    LoadOptions.Progress progress =
        (done, total) -> System.err.printf("\r%3d %%", done * 100 / total);
    try (LanguageModel model =
        ModelLoader.load(folder, new LoadOptions(dtype, threads, progress))) {
      System.out.printf(
          "%n%s%nloaded in %.1f s of processor time, resident %d MB%n",
          model.description(), processorNanos() / NANOS, residentMb());
      Tokens prompt =
          model
              .codec()
              .encodeChat(
                  List.of(new ChatMessage(Role.USER, "Say something about rivers. ".repeat(2))))
              .tokens();
      for (int sequences : new int[] {1, 1, 4}) {
        generate(model, prompt, sequences);
      }
      System.out.printf("resident %d MB%n", residentMb());
    }
  }

  private static void generate(LanguageModel model, Tokens prompt, int count) {
    List<Sequence> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sequences.add(model.open(prompt.size() + ANSWER_TOKENS));
    }
    long start = System.nanoTime();
    long processorStart = processorNanos();
    List<float[]> logits =
        model.step(sequences.stream().map(sequence -> new Step(sequence, prompt)).toList());
    double prefill = (System.nanoTime() - start) / NANOS;
    double prefillProcessor = (processorNanos() - processorStart) / NANOS;
    start = System.nanoTime();
    processorStart = processorNanos();
    for (int i = 1; i < ANSWER_TOKENS; i++) {
      List<Step> steps = new ArrayList<>();
      for (int s = 0; s < count; s++) {
        steps.add(new Step(sequences.get(s), Tokens.of(best(logits.get(s)))));
      }
      logits = model.step(steps);
    }
    double decode = (System.nanoTime() - start) / NANOS;
    double decodeProcessor = (processorNanos() - processorStart) / NANOS;
    System.out.printf(
        "%d sequences: prompts of %d tokens: %.2f s (processor %.2f s); answers: %.1f tokens/s,"
            + " %.0f ms a step (processor %.0f ms)%n",
        count,
        prompt.size(),
        prefill,
        prefillProcessor,
        count * (ANSWER_TOKENS - 1) / decode,
        1000 * decode / (ANSWER_TOKENS - 1),
        1000 * decodeProcessor / (ANSWER_TOKENS - 1));
    sequences.forEach(Sequence::close);
  }

  private static void write(Path folder) throws IOException {
    NetworkShape shape = RandomModel.realQwen(LAYERS, VOCABULARY);
    SplittableRandom random = new SplittableRandom(1);
    List<NamedTensor> tensors =
        TensorNames.shapes(shape).entrySet().stream()
            .map(
                entry ->
                    new NamedTensor(
                        entry.getKey(),
                        TensorType.BF16,
                        entry.getValue(),
                        () -> randomBytes(entry.getKey(), entry.getValue(), random)))
            .toList();
    long start = System.nanoTime();
    List<Path> files = SafetensorsWriter.write(folder, tensors, SHARD_BYTES);
    System.out.printf("wrote %s in %.1f s%n", files, (System.nanoTime() - start) / NANOS);
    RandomModel.writeConfig(folder, shape);
    TinyTokenizer.write(folder, TinyTokenizer.DEEPSEEK);
  }

  /** Values of either sign between 1/64 and 1/32, or exactly 1 for a norm. */
  private static ByteBuffer randomBytes(String name, List<Long> shape, SplittableRandom random) {
    int count = Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
    ByteBuffer bytes = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      int bits = name.endsWith("norm.weight") ? 0x3f80 : 0x3c80 | (random.nextInt() & 0x807f);
      bytes.putShort((short) bits);
    }
    return bytes.flip();
  }

  private static int best(float[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      best = logits[i] > logits[best] ? i : best;
    }
    if (!Float.isFinite(logits[best])) {
      throw new IllegalStateException("logits must be finite, got " + logits[best]);
    }
    return best;
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long residentMb() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(0);
  }
}
