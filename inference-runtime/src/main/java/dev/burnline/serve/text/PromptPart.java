package dev.burnline.serve.text;

/** A piece of a conversation in a chat template. */
sealed interface PromptPart {

  /** Text, of the template or of somebody who speaks. */
  record Text(String text) implements PromptPart {}

  /** A token of the template, by its text; where the tokenizer has none such it is text. */
  record Control(String token) implements PromptPart {}
}
