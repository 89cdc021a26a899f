package dev.burnline.serve.torch;

import dev.burnline.serve.model.SamplingDefaults;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What generation_config.json says, and config.json where it does not.
 *
 * @param defaults how to sample; greedy when it says {@code "do_sample": false} or the file is not
 *     there
 * @param endTokens ids that end an answer; may be empty
 */
record GenerationConfig(SamplingDefaults defaults, Set<Integer> endTokens) {

  static final String FILE = "generation_config.json";

  private static final int MAX_TOP_K = 1 << 24;

  GenerationConfig {
    endTokens = Set.copyOf(endTokens);
  }

  static GenerationConfig read(Path folder) throws IOException {
    JsonConfig config = JsonConfig.read(folder.resolve(NetworkShape.FILE));
    JsonConfig generation = JsonConfig.readIfThere(folder.resolve(FILE));
    Set<Integer> ends = new LinkedHashSet<>(generation.ids("eos_token_id"));
    ends.addAll(config.ids("eos_token_id"));
    config.check();
    double topP = generation.positive("top_p", 1);
    if (topP > 1) {
      generation.problem("top_p must be in (0, 1], got " + topP);
    }
    double temperature = generation.at("temperature").asDouble(1);
    if (!(temperature >= 0)) {
      generation.problem("temperature must not be negative, got " + temperature);
    }
    int topK = generation.at("top_k").asInt(0);
    if (topK < 0 || topK > MAX_TOP_K) {
      generation.problem("top_k must be in 0.." + MAX_TOP_K + ", got " + topK);
    }
    double penalty = generation.positive("repetition_penalty", 1);
    boolean samples = generation.flag("do_sample");
    generation.check();

    return new GenerationConfig(
        new SamplingDefaults(samples ? temperature : 0, topP, topK, penalty), ends);
  }
}
