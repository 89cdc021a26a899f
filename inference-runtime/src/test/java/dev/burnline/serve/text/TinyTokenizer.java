package dev.burnline.serve.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a byte-level tokenizer: ids 0 to 255 are the bytes, {@code he} is 256, {@code Ġt} is 257,
 * and the added tokens follow.
 */
public final class TinyTokenizer {

  /**
   * Tokens of DeepSeek-R1's template, from 258 on; as published, only the first two are special.
   */
  public static final List<String> DEEPSEEK =
      List.of(
          "<｜begin▁of▁sentence｜>",
          "<｜end▁of▁sentence｜>",
          "<｜User｜>",
          "<｜Assistant｜>",
          "<think>",
          "</think>");

  /** Tokens of ChatML, from 258 on. */
  public static final List<String> CHATML = List.of("<|im_start|>", "<|im_end|>");

  /** The id of the first added token. */
  public static final int FIRST_ADDED = 258;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SPECIAL = 2;

  private TinyTokenizer() {}

  /** Writes tokenizer.json into a folder; the first two added tokens are marked special. */
  public static Path write(Path folder, List<String> added) throws IOException {
    ObjectNode root = JSON.createObjectNode().put("version", "1.0");
    root.putNull("truncation").putNull("padding");
    ArrayNode tokens = root.putArray("added_tokens");
    for (int i = 0; i < added.size(); i++) {
      tokens
          .addObject()
          .put("id", FIRST_ADDED + i)
          .put("content", added.get(i))
          .put("single_word", false)
          .put("lstrip", false)
          .put("rstrip", false)
          .put("normalized", false)
          .put("special", i < SPECIAL);
    }
    root.putNull("normalizer");
    byteLevel(root, "pre_tokenizer");
    byteLevel(root, "post_processor");
    byteLevel(root, "decoder");
    ObjectNode model = root.putObject("model").put("type", "BPE");
    model.putNull("dropout").putNull("unk_token").putNull("continuing_subword_prefix");
    model.putNull("end_of_word_suffix").put("fuse_unk", false).put("byte_fallback", false);
    ObjectNode vocab = model.putObject("vocab");
    for (int id = 0; id < 256; id++) {
      vocab.put(letter(id), id);
    }
    vocab.put("he", 256).put("Ġt", 257);
    model.putArray("merges").add("h e").add("Ġ t");
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tokenizer.json"), JSON.writeValueAsString(root));
    return folder;
  }

  private static void byteLevel(ObjectNode root, String key) {
    root.putObject(key)
        .put("type", "ByteLevel")
        .put("add_prefix_space", false)
        .put("trim_offsets", true)
        .put("use_regex", true);
  }

  private static String letter(int b) {
    int others = 0;
    for (int i = 0; i <= b; i++) {
      boolean printable = (i >= 33 && i <= 126) || (i >= 161 && i <= 172) || i >= 174;
      if (i == b) {
        return Character.toString(printable ? b : 256 + others);
      }
      others += printable ? 0 : 1;
    }
    throw new IllegalArgumentException("not a byte: " + b);
  }
}
