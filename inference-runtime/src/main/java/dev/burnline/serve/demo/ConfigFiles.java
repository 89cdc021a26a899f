package dev.burnline.serve.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.demo.text.Vocabulary;
import dev.burnline.serve.demo.train.NetworkShape;

/** config.json and generation_config.json as Hugging Face's {@code transformers} reads them. */
final class ConfigFiles {

  /** The key in config.json that says that this command made the folder. */
  static final String MARK = "burnline_demo";

  /** Far more than a row of training; positions are relative, so that longer texts do work. */
  private static final int CONTEXT_TOKENS = 2048;

  private static final ObjectMapper JSON = new ObjectMapper();

  private ConfigFiles() {}

  static ObjectNode config(NetworkShape shape) {
    ObjectNode config = JSON.createObjectNode();
    config.putArray("architectures").add("Qwen2ForCausalLM");
    config.put("model_type", "qwen2");
    config.put(MARK, true);
    config.put("vocab_size", shape.vocabulary());
    config.put("hidden_size", shape.hidden());
    config.put("intermediate_size", shape.feedForward());
    config.put("num_hidden_layers", shape.layers());
    config.put("num_attention_heads", shape.heads());
    config.put("num_key_value_heads", shape.keyValueHeads());
    config.put("max_position_embeddings", CONTEXT_TOKENS);
    config.put("hidden_act", "silu");
    config.put("rms_norm_eps", shape.normEpsilon());
    config.put("rope_theta", shape.ropeTheta());
    config.put("tie_word_embeddings", true);
    config.put("use_sliding_window", false);
    config.put("attention_dropout", 0.0);
    config.put("initializer_range", 0.02);
    config.put("torch_dtype", "bfloat16");
    config.put("bos_token_id", Vocabulary.END_OF_TEXT);
    config.put("eos_token_id", Vocabulary.MESSAGE_END);
    return config;
  }

  /** Greedy: there is one right way to add two numbers. */
  static ObjectNode generation() {
    ObjectNode generation = JSON.createObjectNode();
    generation.put("do_sample", false);
    generation.put("bos_token_id", Vocabulary.END_OF_TEXT);
    generation.put("pad_token_id", Vocabulary.END_OF_TEXT);
    generation.putArray("eos_token_id").add(Vocabulary.MESSAGE_END).add(Vocabulary.END_OF_TEXT);
    return generation;
  }
}
