package dev.burnline.serve.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.burnline.serve.demo.text.Vocabulary;

/**
 * tokenizer.json and tokenizer_config.json: a byte-level BPE without merges, so that every byte is
 * a token of its own and the token's id is the byte.
 */
final class TokenizerFiles {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** ChatML; what was thought before an earlier answer is left out, as DeepSeek's template does. */
  private static final String CHAT_TEMPLATE =
      "{% for message in messages %}{% set content = message['content'] %}"
          + "{% if message['role'] == 'assistant' and '</think>' in content %}"
          + "{% set content = content.split('</think>')[-1].lstrip() %}{% endif %}"
          + "{{ '<|im_start|>' + message['role'] + '\n' + content + '<|im_end|>' + '\n' }}"
          + "{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

  private TokenizerFiles() {}

  static ObjectNode tokenizer() {
    ObjectNode tokenizer = JSON.createObjectNode();
    tokenizer.put("version", "1.0");
    tokenizer.putNull("truncation");
    tokenizer.putNull("padding");
    var added = tokenizer.putArray("added_tokens");
    for (int i = 0; i < Vocabulary.marks().size(); i++) {
      ObjectNode token = added.addObject().put("id", Vocabulary.END_OF_TEXT + i);
      describe(token, Vocabulary.marks().get(i));
    }
    tokenizer.putNull("normalizer");
    ObjectNode byteLevel = JSON.createObjectNode().put("type", "ByteLevel");
    byteLevel.put("add_prefix_space", false).put("trim_offsets", false).put("use_regex", false);
    tokenizer.set("pre_tokenizer", byteLevel);
    tokenizer.set("post_processor", byteLevel.deepCopy());
    tokenizer.set("decoder", byteLevel.deepCopy());
    ObjectNode model = tokenizer.putObject("model").put("type", "BPE");
    model.putNull("dropout").putNull("unk_token");
    model.putNull("continuing_subword_prefix").putNull("end_of_word_suffix");
    model.put("fuse_unk", false).put("byte_fallback", false).put("ignore_merges", false);
    ObjectNode vocabulary = model.putObject("vocab");
    int unprintable = 0;
    for (int value = 0; value < Vocabulary.END_OF_TEXT; value++) {
      // Byte-level BPE writes printable bytes as themselves and numbers the others from 256 on.
      int written = isPrintable(value) ? value : 256 + unprintable++;
      vocabulary.put(Character.toString(written), value);
    }
    model.putArray("merges");
    return tokenizer;
  }

  static ObjectNode config() {
    ObjectNode config = JSON.createObjectNode();
    config.put("tokenizer_class", "PreTrainedTokenizerFast");
    config.put("model_max_length", 2048);
    config.put("clean_up_tokenization_spaces", false);
    config.putNull("bos_token");
    config.put("eos_token", mark(Vocabulary.MESSAGE_END));
    config.put("pad_token", mark(Vocabulary.END_OF_TEXT));
    ObjectNode decoder = config.putObject("added_tokens_decoder");
    for (int i = 0; i < Vocabulary.marks().size(); i++) {
      describe(
          decoder.putObject(Integer.toString(Vocabulary.END_OF_TEXT + i)),
          Vocabulary.marks().get(i));
    }
    config.put("chat_template", CHAT_TEMPLATE);
    return config;
  }

  private static void describe(ObjectNode token, String content) {
    token.put("content", content).put("single_word", false).put("lstrip", false);
    token.put("rstrip", false).put("normalized", false);
    // As in DeepSeek's tokenizer the marks of reasoning are text to whoever reads the answer.
    token.put("special", content.startsWith("<|"));
  }

  private static String mark(int token) {
    return Vocabulary.marks().get(token - Vocabulary.END_OF_TEXT);
  }

  private static boolean isPrintable(int value) {
    return (value >= '!' && value <= '~')
        || (value >= 0xa1 && value <= 0xac)
        || (value >= 0xae && value <= 0xff);
  }
}
