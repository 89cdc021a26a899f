/**
 * What the server knows of a loaded language model.
 *
 * <p>In: token ids, several sequences at a time. Out: the logits of each sequence's next token, and
 * text from and to token ids. Nothing here says how a model computes. Entry: {@link
 * dev.burnline.serve.model.LanguageModel}.
 */
@NullMarked
package dev.burnline.serve.model;

import org.jspecify.annotations.NullMarked;
