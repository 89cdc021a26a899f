package dev.burnline.serve.text;

import dev.burnline.serve.model.ChatMessage;
import java.util.List;

/** How a model was taught to tell apart who speaks. */
interface ChatTemplate {

  /** Returns the conversation up to where the assistant begins to speak. */
  List<PromptPart> render(List<ChatMessage> messages);

  /** Returns whether the prompt ends within the reasoning. */
  boolean opensReasoning();

  /** Returns the token that ends an answer. */
  String endToken();
}
