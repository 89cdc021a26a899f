package dev.burnline.serve.text;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The template of DeepSeek-R1 and the models distilled from it.
 *
 * @param opensReasoning whether the template writes {@code <think>}, as it does since February 2025
 * @see <a
 *     href="https://huggingface.co/deepseek-ai/DeepSeek-R1-Distill-Qwen-1.5B/blob/main/tokenizer_config.json">the
 *     template</a>
 */
record DeepSeekTemplate(boolean opensReasoning) implements ChatTemplate {

  static final String BEGIN = "<｜begin▁of▁sentence｜>";
  static final String END = "<｜end▁of▁sentence｜>";
  static final String USER = "<｜User｜>";
  static final String ASSISTANT = "<｜Assistant｜>";

  @Override
  public List<PromptPart> render(List<ChatMessage> messages) {
    List<PromptPart> parts = new ArrayList<>();
    parts.add(new PromptPart.Control(BEGIN));
    parts.add(
        new PromptPart.Text(
            messages.stream()
                .filter(message -> message.role() == Role.SYSTEM)
                .map(ChatMessage::content)
                .collect(Collectors.joining("\n\n"))));
    for (ChatMessage message : messages) {
      switch (message.role()) {
        case SYSTEM -> {}
        case USER -> {
          parts.add(new PromptPart.Control(USER));
          parts.add(new PromptPart.Text(message.content()));
        }
        case ASSISTANT -> {
          parts.add(new PromptPart.Control(ASSISTANT));
          parts.add(new PromptPart.Text(Reasoning.removed(message.content())));
          parts.add(new PromptPart.Control(END));
        }
      }
    }
    parts.add(new PromptPart.Control(ASSISTANT));
    if (opensReasoning) {
      parts.add(new PromptPart.Control(AddedToken.THINK));
      parts.add(new PromptPart.Text("\n"));
    }
    return parts;
  }

  @Override
  public String endToken() {
    return END;
  }
}
