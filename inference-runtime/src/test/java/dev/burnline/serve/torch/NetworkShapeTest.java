package dev.burnline.serve.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.burnline.serve.model.ModelException;
import dev.burnline.serve.model.SamplingDefaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkShapeTest {

  @TempDir Path folder;

  @Test
  void theRealConfigIsRead() throws IOException {
    config(
        """
        {"architectures": ["Qwen2ForCausalLM"], "attention_dropout": 0.0, "bos_token_id": 151643,
         "eos_token_id": 151643, "hidden_act": "silu", "hidden_size": 1536,
         "initializer_range": 0.02, "intermediate_size": 8960, "max_position_embeddings": 131072,
         "max_window_layers": 21, "model_type": "qwen2", "num_attention_heads": 12,
         "num_hidden_layers": 28, "num_key_value_heads": 2, "rms_norm_eps": 1e-06,
         "rope_theta": 10000, "sliding_window": 4096, "tie_word_embeddings": false,
         "torch_dtype": "bfloat16", "transformers_version": "4.44.0", "use_cache": true,
         "use_mrope": false, "use_sliding_window": false, "vocab_size": 151936}
        """);
    Files.writeString(
        folder.resolve("generation_config.json"),
        """
        {"_from_model_config": true, "bos_token_id": 151646, "eos_token_id": 151643,
         "do_sample": true, "temperature": 0.6, "top_p": 0.95}
        """);

    assertThat(NetworkShape.read(folder)).isEqualTo(RandomModel.realQwen(28, 151_936));
    GenerationConfig generation = GenerationConfig.read(folder);
    assertThat(generation.defaults()).isEqualTo(new SamplingDefaults(0.6, 0.95, 0, 1));
    assertThat(generation.endTokens()).containsExactly(151_643);
  }

  @Test
  void whatIsWrittenForATestIsRead() throws IOException {
    RandomModel.writeConfig(folder, RandomModel.smallLlama());

    assertThat(NetworkShape.read(folder)).isEqualTo(RandomModel.smallLlama());
    assertThat(GenerationConfig.read(folder).defaults()).isEqualTo(SamplingDefaults.GREEDY);
  }

  @Test
  void theNewerNameOfTheRotaryBaseIsKnown() throws IOException {
    RandomModel.writeConfig(folder, RandomModel.smallQwen());
    Path file = folder.resolve("config.json");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "\"rope_theta\": 10000.0",
                "\"rope_parameters\": {\"rope_type\": \"default\", \"rope_theta\": 1000000.0}"));

    assertThat(NetworkShape.read(folder).theta()).isEqualTo(1e6);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws IOException {
    config(
        """
        {"architectures": ["GPT2LMHeadModel"], "hidden_act": "gelu", "hidden_size": 30,
         "intermediate_size": 0, "max_position_embeddings": 2.5, "num_attention_heads": 4,
         "num_hidden_layers": 1001, "num_key_value_heads": 3, "rms_norm_eps": -1,
         "rope_scaling": {"rope_type": "yarn"}, "tie_word_embeddings": "no",
         "use_sliding_window": true}
        """);

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> NetworkShape.read(folder))
        .withMessage(
            folder.resolve("config.json")
                + ": architectures must be [\"Qwen2ForCausalLM\"] or [\"LlamaForCausalLM\"], got"
                + " [\"GPT2LMHeadModel\"]; num_key_value_heads must divide num_attention_heads 4,"
                + " got 3; num_attention_heads must divide hidden_size 30, got 4; head_dim must be"
                + " even, got 7; hidden_act must be \"silu\", got \"gelu\"; use_sliding_window must"
                + " be false, got true; rope_scaling must be of type default, got"
                + " {\"rope_type\":\"yarn\"}; vocab_size must be in 1..16777216, got nothing;"
                + " intermediate_size must be in 1..1048576, got 0; num_hidden_layers must be in"
                + " 1..1000, got 1001; rms_norm_eps must be above 0, got -1;"
                + " max_position_embeddings must be in 1..2147483647, got 2.5; tie_word_embeddings"
                + " must be true or false, got \"no\"");
  }

  @Test
  void aConfigThatIsNoneIsNamed() throws IOException {
    Path file = folder.resolve("config.json");
    assertRefused(file + ": is not there");
    config("[]");
    assertRefused(file + ": must be a JSON object");
    config("{");
    assertRefused(file + ": is not JSON: Unexpected end-of-input");
  }

  @Test
  void samplingOutOfRangeIsRefused() throws IOException {
    RandomModel.writeConfig(folder, RandomModel.smallQwen());
    Path file = folder.resolve("generation_config.json");
    Files.writeString(
        file,
        "{\"do_sample\": true, \"temperature\": -1, \"top_p\": 2, \"top_k\": -3,"
            + " \"repetition_penalty\": 0, \"eos_token_id\": \"x\"}");

    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> GenerationConfig.read(folder))
        .withMessage(
            file
                + ": eos_token_id must be token ids, got \"x\"; top_p must be in (0, 1], got 2.0;"
                + " temperature must not be negative, got -1.0; top_k must be in 0..16777216, got"
                + " -3; repetition_penalty must be above 0, got 0");
  }

  private void assertRefused(String problem) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> NetworkShape.read(folder))
        .withMessageStartingWith(problem);
  }

  private void config(String json) throws IOException {
    Files.writeString(folder.resolve("config.json"), json);
  }
}
