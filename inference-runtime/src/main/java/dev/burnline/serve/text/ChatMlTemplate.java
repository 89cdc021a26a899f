package dev.burnline.serve.text;

import static java.util.Objects.requireNonNull;

import dev.burnline.serve.model.ChatMessage;
import dev.burnline.serve.model.ChatMessage.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * The template of Qwen and many others.
 *
 * @param defaultSystem what the system says when the conversation does not begin with it; empty for
 *     nothing
 * @param opensReasoning whether the template writes {@code <think>}
 * @param forgetsReasoning whether the template leaves out what the assistant thought before
 */
record ChatMlTemplate(String defaultSystem, boolean opensReasoning, boolean forgetsReasoning)
    implements ChatTemplate {

  static final String START = "<|im_start|>";
  static final String END = "<|im_end|>";

  ChatMlTemplate {
    requireNonNull(defaultSystem, "defaultSystem is null");
  }

  @Override
  public List<PromptPart> render(List<ChatMessage> messages) {
    List<PromptPart> parts = new ArrayList<>();
    if (!defaultSystem.isEmpty() && messages.get(0).role() != Role.SYSTEM) {
      add(parts, Role.SYSTEM, defaultSystem);
    }
    for (ChatMessage message : messages) {
      boolean forgets = forgetsReasoning && message.role() == Role.ASSISTANT;
      add(
          parts,
          message.role(),
          forgets ? Reasoning.removed(message.content()).stripLeading() : message.content());
    }
    parts.add(new PromptPart.Control(START));
    parts.add(new PromptPart.Text(Role.ASSISTANT.key() + "\n"));
    if (opensReasoning) {
      parts.add(new PromptPart.Control(AddedToken.THINK));
      parts.add(new PromptPart.Text("\n"));
    }
    return parts;
  }

  private static void add(List<PromptPart> parts, Role role, String content) {
    parts.add(new PromptPart.Control(START));
    parts.add(new PromptPart.Text(role.key() + "\n" + content));
    parts.add(new PromptPart.Control(END));
    parts.add(new PromptPart.Text("\n"));
  }

  @Override
  public String endToken() {
    return END;
  }
}
