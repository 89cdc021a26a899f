package dev.burnline.serve.text;

import dev.burnline.serve.model.ModelException;
import java.nio.file.Path;

/** Finds the template that a tokenizer was made for. */
final class ChatTemplates {

  private ChatTemplates() {}

  /**
   * Chooses by the tokens of the template.
   *
   * @param source the template in Jinja; empty when the folder has none, then the tokens alone say
   * @throws ModelException when neither template fits, or what it says by default cannot be read
   */
  static ChatTemplate choose(Path folder, Vocabulary vocabulary, String source) {
    boolean any = source.isEmpty();
    boolean thinks =
        any ? vocabulary.hasAdded(AddedToken.THINK) : source.contains(AddedToken.END_THINK);
    if (has(vocabulary, DeepSeekTemplate.USER, DeepSeekTemplate.ASSISTANT, DeepSeekTemplate.BEGIN)
        && (any || source.contains(DeepSeekTemplate.ASSISTANT))) {
      return new DeepSeekTemplate(
          any ? thinks : source.contains(DeepSeekTemplate.ASSISTANT + AddedToken.THINK));
    }
    if (has(vocabulary, ChatMlTemplate.START, ChatMlTemplate.END)
        && (any || source.contains(ChatMlTemplate.START))) {
      return new ChatMlTemplate(
          DefaultSystem.of(folder, source),
          source.contains("assistant\\n" + AddedToken.THINK),
          thinks);
    }
    throw new ModelException(
        folder
            + ": no chat template fits: the tokenizer must have "
            + DeepSeekTemplate.USER
            + " and "
            + DeepSeekTemplate.ASSISTANT
            + ", or "
            + ChatMlTemplate.START
            + " and "
            + ChatMlTemplate.END
            + (any ? "" : ", and chat_template must use them"),
        null);
  }

  private static boolean has(Vocabulary vocabulary, String... tokens) {
    for (String token : tokens) {
      if (!vocabulary.hasAdded(token)) {
        return false;
      }
    }
    return true;
  }
}
